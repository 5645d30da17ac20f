/** The peer: exceljs loads a file, in a process of its own. */
const ExcelJS = require("exceljs");

new ExcelJS.Workbook().xlsx.readFile(process.argv[2]).then((workbook) => {
  if (workbook.worksheets.length === 0) throw new Error("exceljs found no sheet");
});

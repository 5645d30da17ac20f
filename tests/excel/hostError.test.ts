import { excelPort } from "../../src/excel/excelPort";
import { ExcelError, hostError } from "../../src/excel/hostError";
import { loadRuntime } from "../host/loadRuntime";

test.each([
  ["AccessDenied", "host.protected"],
  ["RequestAborted", "host.busy"],
  ["InactiveWorkbook", "host.inactiveWorkbook"],
  ["RequestPayloadSizeLimitExceeded", "host.payloadTooLarge"],
  ["ResponsePayloadSizeLimitExceeded", "host.payloadTooLarge"],
  ["ApiNotFound", "host.apiNotFound"],
  ["ItemNotFound", "host.changed"],
  ["InvalidSelection", "host.inactiveWorkbook"],
  ["InsertDeleteConflict", "host.insertConflict"],
  ["NonBlankCellOffSheet", "host.offSheet"],
  ["MergedRangeConflict", "host.merged"],
  ["FilteredRangeConflict", "host.filtered"],
  ["FormulaLengthExceedsLimit", "host.formulaTooLong"],
  ["RangeExceedsLimit", "host.payloadTooLarge"],
  ["UnsupportedOperation", "host.unsupported"],
])("Excel's %s becomes %s, with Excel's own error as its cause", async (code, key) => {
  const { host, OfficeExtension } = loadRuntime();
  host.failNext({ code });
  const error: unknown = await excelPort()
    .read()
    .catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ExcelError);
  expect(error).toMatchObject({ key, args: {} });
  expect((error as ExcelError).cause).toBeInstanceOf(OfficeExtension.Error);
});

test("a code without a name of ours is handed on", async () => {
  const { host } = loadRuntime();
  host.failNext({ code: "GeneralException" });
  await expect(excelPort().read()).rejects.toMatchObject({
    key: "host.unknown",
    args: { code: "GeneralException" },
  });
});

test("a defect of our own is not dressed up as a refusal by Excel", () => {
  loadRuntime();
  const defect = new TypeError("x is undefined");
  expect(hostError(defect)).toBe(defect);
});

test("while a cell is being edited, reading waits until the user has left it", async () => {
  const { host } = loadRuntime();
  host.setCellEditing(true);
  let isRead = false;
  const reading = excelPort()
    .read()
    .then(() => (isRead = true));
  await new Promise((resolve) => setImmediate(resolve));
  expect(isRead).toBe(false);
  host.setCellEditing(false);
  await reading;
  expect(isRead).toBe(true);
});

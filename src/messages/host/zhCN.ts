/** Wording in Chinese of what Excel, files and folders refuse. */
export const HOST_ZH_CN = {
  "host.cellEditMode": "有单元格正在编辑，请按回车键结束编辑后再试",
  "host.protected": "工作表或工作簿受保护，或是只读的，没有改动。请先撤销保护",
  "host.sheetProtected": "工作表“{sheets}”受保护，没有改动。请先撤销工作表保护",
  "file.cannotWrite.folder": "写不进 {file}：没有这个文件夹，请先建好，或换一个位置",
  "file.cannotWrite.access":
    "写不进 {file}：没有写入的权限，或它正在 Excel 里打开。请关闭后再试，或换一个位置",
  "file.cannotWrite.full": "写不进 {file}：磁盘满了，请换一个位置",
  "file.cannotWrite.isFolder": "写不进 {file}：这是文件夹，请给出文件名",
  "host.busy": "Excel 正忙，请稍后再试",
  "host.inactiveWorkbook": "当前是别的工作簿，请切回本工作簿后再试",
  "host.payloadTooLarge": "工作簿内容过多，Excel 一次读不出来。请删去无关的工作表后再试",
  "host.apiNotFound": "这个版本的 Excel 做不到这一步，需要 Excel 2021 或 Microsoft 365",
  "host.insertConflict":
    "这里不能增删行：有表格、数据透视表、动态数组或数组公式挡着，没有改动。请先把它们移开或转换为普通区域",
  "host.offSheet": "工作表末尾有内容，再增行就会被挤出去，没有改动。请先清除工作表末尾多余的行",
  "host.merged": "合并单元格挡着，没有改动。请先取消合并再试",
  "host.filtered": "工作表正在筛选，没有改动。请先清除筛选再试",
  "host.formulaTooLong": "公式太长，Excel 没有接受，请缩短后再试",
  "host.unsupported":
    "这个工作簿或工作表不支持这一步（如旧式共享工作簿、图表工作表），没有改动。请取消共享，或换到普通工作表再试",
  "host.changed": "这期间工作簿有改动，请再试一次",
  "host.sheetMissing": "找不到工作表“{sheet}”，可能已改名或删除。请再校验一次",
  "host.sheetHidden": "工作表“{sheet}”是隐藏的，请先取消隐藏再试",
  "host.rowHidden": "工作表“{sheet}”的第 {row} 行是隐藏或筛掉的，看不见。请先取消隐藏或清除筛选",
  "host.columnHidden": "工作表“{sheet}”的 {column} 列是隐藏的，看不见。请先取消隐藏",
  "host.halfDone": "Excel 中途停下，工作表“{sheets}”没有做完，也没能收回，请把它们删掉后再试",
  "host.unknown":
    "Excel 没有完成这一步，请再试一次；同时开着别的工作簿的，请先切回本工作簿；仍不行，请保存后重新打开工作簿",
  "sheet.refused":
    "没能从 Excel 读到这个工作表的内容（已用区域 {range}），没有核对。请再校验一次；仍不行，请保存后重新打开工作簿",
  "sheet.notWanted": "内容很多（{range}），开头没有预算表的表名或栏目，其余没有读取",
  "workbook.stale": "工作簿是手动计算的，改数后还没有重新计算，合计数可能是旧的。请按 F9 重新计算后再校验",
  "marks.unreadable":
    "工作表“{sheet}”有 Excel 读不出来的条件格式，里面如有旧标记，清除不了。请保存后重新打开工作簿再校验",
  "marks.notWritten.protected":
    "有 {count} 处标记没有写上（{cells}）：工作表受保护，或工作簿是只读的。校验结果不受影响",
  "marks.notWritten.busy":
    "有 {count} 处标记没有写上（{cells}）：Excel 正忙。校验结果不受影响，稍后可再校验一次",
  "marks.notWritten.changed":
    "有 {count} 处标记没有写上（{cells}）：这期间工作簿有改动。校验结果不受影响，可再校验一次",
  "marks.notWritten.unsupported":
    "有 {count} 处标记没有写上（{cells}）：这类工作簿（如旧式共享工作簿）不能加条件格式。校验结果不受影响",
  "marks.notWritten.cellEditMode":
    "有 {count} 处标记没有写上（{cells}）：有单元格正在编辑。校验结果不受影响，按回车结束编辑后可再校验一次",
  "marks.notWritten.unknown": "有 {count} 处标记没有写上（{cells}）：Excel 没有接受。校验结果不受影响",
  "file.missing": "找不到这个文件或文件夹，请检查路径",
  "file.noAccess": "没有权限读取这个文件，可能正被其他程序占用，请关闭后再试",
  "file.unreadable": "这个文件读不出来（{why}），请检查磁盘或网络后再试",
  "file.noWorkbooks": "文件夹里没有 .xlsx、.xls 文件，请检查路径",
  "file.empty": "文件是空的（0 字节），请重新复制一份",
  "file.notZip": "不是 Excel 工作簿（.xlsx），请用 Excel 或 WPS 打开后另存为“Excel 工作簿(*.xlsx)”",
  "file.truncated": "文件不完整（下载或复制中断），请重新复制一份",
  "file.encrypted": "文件有打开密码，请在 Excel 中去掉密码后再试",
  "file.legacyXls": "是旧的 .xls 格式，读不出来，请用 Excel 或 WPS 打开后另存为“Excel 工作簿(*.xlsx)”",
  "format.xmlSpreadsheet": "这个文件的内容是 Excel 2003 的 XML 表格，已按它读入",
  "format.htmlTable": "这个文件的内容是网页表格（HTML），不是 Excel 工作簿，已按里面的表格读入",
  "format.copy":
    "原文件不是 .xlsx，另存的是 .xlsx：数、公式、数字格式、合并单元格和列宽都在，字体、边框、底纹没有带过来",
  "file.writesXlsx": "另存的是 .xlsx 格式，请把 -o 的文件名改为以 .xlsx 结尾",
  "file.bomb": "文件解压后异常巨大，没有打开；请确认文件来源",
  "file.notWorkbook": "是压缩文件，但里面没有 Excel 工作表，请确认选对了文件",
  "file.damaged": "文件已损坏（{part}），请用 Excel 或 WPS 打开并修复后再试",
  "file.noTables": "没有找到任何部门预算表，请确认表名和表头齐全",
  "file.sheetTooLarge": "工作表“{sheet}”的已用区域 {range} 过大，没有核对；请删去多余的行列后再校验",
  "file.sameFile": "另存的文件不能就是原文件，请换一个文件名",
  "file.isFolder": "是文件夹，请给出一个工作簿；整个文件夹一起做的，请用 -o 给出另存的文件夹",
  "file.fault": "这个文件没有做完，是本程序出了错（{why}），请把这个文件交给技术支持；其余文件照常",
  "file.outOfMemory": "这个文件太大，内存不够，没有做完，请在内存更大的计算机上再试；其余文件照常",
  "file.cannotWrite": "写不进 {file}（{why}），请换一个位置再试",
} as const satisfies Record<string, string>;

import { ACTS_EN_US } from "./acts/enUS";
import { CODES_EN_US } from "./classification/enUS";
import { HOST_EN_US } from "./host/enUS";
import { FINDINGS_EN_US } from "./findings/enUS";
import { JOURNAL_EN_US } from "./journal/enUS";
import { LISTS_EN_US } from "./fromList/enUS";
import { RECOGNITION_EN_US } from "./sheets/enUS";
import { ROWS_EN_US } from "./rows/enUS";
import { STRUCTURE_EN_US } from "./structure/enUS";
import type { MessageKey } from "./zhCN";
import { MENDS_EN_US } from "./mends/enUS";

/** Wording in English. Names of tables, rows and columns stay as the workbook has them. */
export const EN_US: Readonly<Record<MessageKey, string>> = {
  ...CODES_EN_US,
  ...HOST_EN_US,
  ...FINDINGS_EN_US,
  ...JOURNAL_EN_US,
  ...LISTS_EN_US,
  ...RECOGNITION_EN_US,
  ...ROWS_EN_US,
  ...ACTS_EN_US,
  ...MENDS_EN_US,
  ...STRUCTURE_EN_US,
  "relation.equal.sum.over":
    "{table} {cell}[[ ({place})]]: {left} should equal {right} = {sum}; too much by {difference} {unit}",
  "relation.equal.sum.short":
    "{table} {cell}[[ ({place})]]: {left} should equal {right} = {sum}; too little by {difference} {unit}",
  "relation.equal.one.over":
    "{table} {cell}[[ ({place})]]: {left} should equal {right}; too much by {difference} {unit}",
  "relation.equal.one.short":
    "{table} {cell}[[ ({place})]]: {left} should equal {right}; too little by {difference} {unit}",
  "relation.atMost.sum.over":
    "{table} {cell}[[ ({place})]]: {left} should not exceed {right} = {sum}; too much by {difference} {unit}",
  "relation.atMost.one.over":
    "{table} {cell}[[ ({place})]]: {left} should not exceed {right}; too much by {difference} {unit}",
  "relation.atLeast.sum.short":
    "{table} {cell}[[ ({place})]]: {left} should be at least {right} = {sum}; too little by {difference} {unit}",
  "relation.atLeast.one.short":
    "{table} {cell}[[ ({place})]]: {left} should be at least {right}; too little by {difference} {unit}",
  "relation.equal.sum.over.zero":
    "{table} {cell}[[ ({place})]]: {left} against {right} = {sum}; too much by {difference} {unit}. A figure printed as 0 should be exactly 0; check whether rounding hides an amount",
  "relation.equal.sum.short.zero":
    "{table} {cell}[[ ({place})]]: {left} against {right} = {sum}; too little by {difference} {unit}. A figure printed as 0 should be exactly 0; check whether rounding hides an amount",
  "relation.equal.one.over.zero":
    "{table} {cell}[[ ({place})]]: {left} against {right}; too much by {difference} {unit}. A figure printed as 0 should be exactly 0; check whether rounding hides an amount",
  "relation.equal.one.short.zero":
    "{table} {cell}[[ ({place})]]: {left} against {right}; too little by {difference} {unit}. A figure printed as 0 should be exactly 0; check whether rounding hides an amount",
  "relation.atMost.sum.over.zero":
    "{table} {cell}[[ ({place})]]: {left} exceeds {right} = {sum} by {difference} {unit}. A figure printed as 0 should be exactly 0; check whether rounding hides an amount",
  "relation.atMost.one.over.zero":
    "{table} {cell}[[ ({place})]]: {left} exceeds {right} by {difference} {unit}. A figure printed as 0 should be exactly 0; check whether rounding hides an amount",
  "relation.atLeast.sum.short.zero":
    "{table} {cell}[[ ({place})]]: {left} is less than {right} = {sum} by {difference} {unit}. A figure printed as 0 should be exactly 0; check whether rounding hides an amount",
  "relation.atLeast.one.short.zero":
    "{table} {cell}[[ ({place})]]: {left} is less than {right} by {difference} {unit}. A figure printed as 0 should be exactly 0; check whether rounding hides an amount",
  "relation.equal.one.over.same":
    "{table} {cell}[[ ({place})]]: {left} against {right}; the same amount stands there twice, {difference} {unit} apart, which rounding does not do",
  "relation.equal.one.short.same":
    "{table} {cell}[[ ({place})]]: {left} against {right}; the same amount stands there twice, {difference} {unit} apart, which rounding does not do",
  "relation.equal.sum.over.same":
    "{table} {cell}[[ ({place})]]: {left} against {right} = {sum}; the same amount stands there twice, {difference} {unit} apart, which rounding does not do",
  "relation.equal.sum.short.same":
    "{table} {cell}[[ ({place})]]: {left} against {right} = {sum}; the same amount stands there twice, {difference} {unit} apart, which rounding does not do",
  "relation.equal.sum.over.edge":
    "{table} {cell}[[ ({place})]]: {left} against {right} = {sum}; too much by {difference} {unit}. Rounding never comes to that much; check whether a figure was altered to make a total agree",
  "relation.equal.sum.short.edge":
    "{table} {cell}[[ ({place})]]: {left} against {right} = {sum}; too little by {difference} {unit}. Rounding never comes to that much; check whether a figure was altered to make a total agree",
  "relation.atMost.sum.over.edge":
    "{table} {cell}[[ ({place})]]: {left} exceeds {right} = {sum} by {difference} {unit}. Rounding never comes to that much; check whether a figure was altered to make a total agree",
  "relation.atLeast.sum.short.edge":
    "{table} {cell}[[ ({place})]]: {left} is less than {right} = {sum} by {difference} {unit}. Rounding never comes to that much; check whether a figure was altered to make a total agree",
  "relation.equal.one.over.edge":
    "{table} {cell}[[ ({place})]]: {left} against {right}; too much by {difference} {unit}. Rounding never comes to that much; check whether a figure was altered to make a total agree",
  "relation.equal.one.short.edge":
    "{table} {cell}[[ ({place})]]: {left} against {right}; too little by {difference} {unit}. Rounding never comes to that much; check whether a figure was altered to make a total agree",
  "relation.atMost.one.over.edge":
    "{table} {cell}[[ ({place})]]: {left} exceeds {right} by {difference} {unit}. Rounding never comes to that much; check whether a figure was altered to make a total agree",
  "relation.atLeast.one.short.edge":
    "{table} {cell}[[ ({place})]]: {left} is less than {right} by {difference} {unit}. Rounding never comes to that much; check whether a figure was altered to make a total agree",
  "relation.holds": "{table} {cell}[[ ({place})]]: {left} {operator} {right}",
  "block.down":
    "{table} {range}: these figures seem to stand one row too low; moved up by one, {count} relations that fail hold",
  "block.up":
    "{table} {range}: these figures seem to stand one row too high; moved down by one, {count} relations that fail hold",
  "block.right":
    "{table} {range}: these figures seem to stand one column too far right; moved left by one, {count} relations that fail hold",
  "block.left":
    "{table} {range}: these figures seem to stand one column too far left; moved right by one, {count} relations that fail hold",
  "block.unit":
    "{table} says its unit is {unit}, but its figures seem to be in {other}: read so, {count} relations that fail hold",
  "figure.copied":
    "{table} {cell}: {present} should probably be {right} {unit}; the same wrong figure stands in {count} cells: {places}. All of them have to be changed",
  "suspect.shifted": "what belongs here once the whole block is moved back",
  "relation.joint": "{table} {cell}: {count} relations each hold within rounding, but cannot hold together",
  "relation.joint.edge":
    "{table} {cell}: {count} relations each hold within rounding, but rounding never comes to what they differ by together; check whether a figure was altered to make a total agree",
  "system.notJson": "not valid JSON, line {line}: {why}",
  "system.notObject": "{at}: should be an object",
  "system.notList": "{at}: should be a list",
  "system.notNumber": "{at}: should be a number",
  "system.notFlag": "{at}: should be true or false",
  "system.negativeStep": "{at}: a step cannot be negative",
  "system.weight": "{at}: a weight should be above 0",
  "system.tooManyDigits": "{at}: too many digits, at most 30 are read",
  "system.noId": "{at}: should be a text that is not empty",
  "system.idTwice": "{at}: the id {id} is used already",
  "system.operator": '{at}: should be "=", "<=" or ">="',
  "system.noSuchCell": "{at}: there is no {cell} in cells",
  "suspect.value": "Perhaps {cell} is wrong; it should be {value}.",
  "suspect.between": "Perhaps {cell} is wrong; it should lie between {low} and {high}.",
  "suspect.atLeast": "Perhaps {cell} is wrong; it should be at least {low}.",
  "suspect.atMost": "Perhaps {cell} is wrong; it should be at most {high}.",
  "suspect.together": "Changed together with {others}, it mends all relations that fail",
  "suspect.follows": "The formulas that take this cell ({cells}) follow by themselves and need no change",
  "suspect.joint": "Changing this cell alone lets these relations hold together",
  "suspect.mends":
    "Changing this cell alone makes the {count} failing relation(s) it stands in hold and breaks no other",

  // how a difference may have come about
  "hint.sign": "the sign may be wrong: with {right} instead of {present} all agrees",
  "hint.yuan": "it may have been typed in yuan: {present} yuan is {right} 万元",
  "hint.wanYuan": "it may have been typed in 万元: {present} converts to {right}",
  "hint.point": "the decimal point may have slipped: {right} instead of {present}",
  "hint.exchanged": "two neighbouring digits may be exchanged: {right} instead of {present}",
  "hint.digit": "one digit may be wrong: {right} instead of {present}",
  "hint.lost": "one digit may be missing: {right} instead of {present}",
  "hint.extra": "there may be one digit too many: {right} instead of {present}",
  "hint.formulaMisses": "the formula {formula} leaves out {cells}",
  "hint.formulaRepeats": "the formula {formula} adds {cells} more than once",
  "hint.partLeftOut": "the difference is just the {amount} of {cell} “{part}”, which may have been left out",
  "hint.partTwice": "the difference is just the {amount} of {cell} “{part}”, which may have been added twice",
  "hint.typedTotal": "the total in {cell} was typed in, it does not follow when the rows below it change",
  "hint.holdsTotal":
    "this is just the total of {cell} ({total}): a total may have been typed into one of its parts",
  "hint.columnHolds": "the amount may stand in the column beside it: {cell}",
  "hint.columnWants": "this cell may have to be empty, the amount belongs into the column beside it: {cell}",
  "hint.rowHolds": "the amount may stand in the row above or below: {cell}",
  "hint.rowWants": "this cell may have to be empty, the amount belongs into the row above or below: {cell}",

  // an office's own rules
  "defaults.notJson":
    "the office's defaults {file} are not JSON ({why}) and were not used; tell your administrator",
  "defaults.unread":
    "the office's defaults {file} could not be had ({why}); this check went without them, check the network or tell your administrator",
  "defaults.version":
    "the office's defaults {file} have to be an object with version {version}; they were not used, tell your administrator",
  "defaults.unknown": "the office's defaults {file} know no “{part}” but {known}; tell your administrator",
  "defaults.text": "{part} of the office's defaults {file} has to be a text; tell your administrator",
  "defaults.list":
    "{part} of the office's defaults {file} has to be a list; it was not used, tell your administrator",
  "defaults.codeList":
    "code list {place} (codeLists) of the office's defaults {file} cannot be read and was not used; have your administrator make it anew by gouji defaults",
  "defaults.thresholds":
    "thresholds of the office's defaults {file} have to be an object; they were not used, tell your administrator",
  "defaults.threshold":
    "{part} of the office's defaults {file} is {value}, not a number from 0 on; it was not used, tell your administrator",
  "defaults.flag":
    "{part} of the office's defaults {file} is {value}, not true or false; it was not used, tell your administrator",
  "rules.notJson": "the file of relations is not JSON; check its commas, quotes and brackets",
  "rules.noList": "the file of relations has no list called rules; put the relations into one",
  "rules.noHeading":
    "sheet “{sheet}” has no column 关系; name the columns in one row: 编号, 关系, 说明, 程度",
  "rules.noSheet": "it has no sheet 自定义勾稽 with relations; add one",
  "rules.noText": "own relation {place} says no relation (text); add it",
  "rules.severity": "own relation {place}: “{severity}” is no severity, say error or warning",
  "rules.taken": "the number “{place}” of an own relation is taken; choose another",
  "rules.notation.operator": "own relation “{place}”: “{part}” needs just one of =, <=, >=",
  "rules.notation.termMissing": "own relation “{place}”: one side is empty; fill it in",
  "rules.notation.term":
    "own relation “{place}”: “{part}” cannot be read; write T10[合计].c3 or Σ T10[项目].c3",
  "rules.notation.columnOrder":
    "own relation “{place}”: the columns of “{part}” are the wrong way round; exchange them",
  "rules.notation.join": "own relation “{place}”: “{part}” is not known; by takes code, unit and name",
  "rules.noTable": "own relation “{place}”: each term names its table, as in T10[合计].c3",
  "rules.noRows": "own relation “{place}”: say which row of {table}, as in {table}[合计].c3",
  "rules.unknownTable": "own relation “{place}”: there is no table {table}; check its number",
  "rules.column": "own relation “{place}”: column {column} of {table} is no amount; choose another",

  // rounded figures that add up
  "balance.change": "{sheet} {cell}: {from} becomes {to}",
  "balance.removed": "{count} figures changed, {removed} rounding differences gone",
  "balance.mistake":
    "{count} rounding differences of {table} are left: figures tied to them are wrong; mend those first",
  "balance.impossible":
    "{count} rounding differences of {table} cannot be removed by single steps, or the figures for it are locked; unlock some, or keep them as they are",
  "balance.lock": "cannot tell what to lock by “{lock}”: give a sheet, or a range such as 表3!C5:D9",

  "relation.noSuchRow": "{table} has no such row[[: “{row}”]]; the relation does not apply",
  "relation.rowAbsent": "{table} lacks the row “{row}”; the relation cannot be checked",
  "relation.rowTwice": "{table} has the row “{row}” more than once; the relation cannot be checked",
  "relation.tableAbsent": "{table} is not in the workbook; the relation does not apply",
  "relation.tableTwice": "{table} is in the workbook {count} times; the relation cannot be checked",
  "relation.columnAbsent": "Column(s) {columns} are missing; the relation cannot be checked",

  "rounding.some": "{table}: {count} rounding difference(s), within what rounding allows: {cells}",
  "rounding.many": "{table}: {count} rounding differences, within what rounding allows: {cells} …",

  "rows.missing.some": "{table} lacks rows: {rows}. Add them and check again",
  "rows.missing.some.seen": "{table} lacks rows: {rows} (they are in {seenIn}). Add them and check again",
  "rows.missing.many": "{table} lacks {count} rows: {rows} … Add them and check again",
  "rows.missing.many.seen":
    "{table} lacks {count} rows: {rows} … (they are in {seenIn}). Add them and check again",
  "rows.unread":
    "{table} row {row} has amounts, but its code and name do not say what it is; it was not checked. Look at its code and name",
  "rows.unread.code":
    "{table} row {row} “{name}” has amounts but no code that can be read; it was not checked. In {seenIn} the code of this name is {code}. Add the code",
  "table.twice":
    "{table} stands here {count} times ({places}); relations to it were not checked. Keep one of them",

  "cell.error":
    "{table} {cell} ({column}) is the error {error}; relations over it cannot be checked. Mend its formula first",
  "cell.error.some":
    "{table} {cell} hold the error {error}, so relations over them cannot be checked. Mend the formulas first: rows or cells that they refer to may have been deleted",
  "cell.notCalculated":
    "{table} {cell} ({column}) holds a formula without its result; open and save the file in Excel first",
  "cell.textNumber":
    "{table}: {count} number(s) kept as text, which SUM passes over; make them numbers: {cells}",
  "cell.textNumber.many":
    "{table}: {count} numbers kept as text, which SUM passes over; make them numbers: {cells} …",
  "cell.numberCode": "{table}: {count} code(s) kept as numbers, better as text: {cells}",
  "cell.numberCode.many": "{table}: {count} codes kept as numbers, better as text: {cells} …",
  "cell.notAmount.noDigits":
    "{table} {cell} ({column}) is the text “{text}”, not an amount. Leave it blank or put 0 if there is none",
  "cell.notAmount.percent":
    "{table} {cell} ({column}) is the percentage “{text}”, not an amount; enter the amount",
  "cell.notAmount.dateLike":
    "{table} {cell} ({column}) looks like the date “{text}”, not an amount; enter the amount again",
  "cell.notAmount.scientific":
    "{table} {cell} ({column}) is “{text}”: its last digits are lost, enter it again",
  "cell.notAmount.signAndBrackets":
    "{table} {cell} ({column}) “{text}” has both a minus and brackets; keep one",
  "cell.notAmount.severalSigns": "{table} {cell} ({column}) “{text}” has several signs; keep one",
  "cell.notAmount.unpairedBracket":
    "{table} {cell} ({column}) “{text}” has a bracket without its pair; add or remove one",
  "cell.notAmount.mixedText":
    "{table} {cell} ({column}) “{text}” has words beside the amount; it was not checked. Keep the amount alone",
  "cell.notAmount.grouping":
    "{table} {cell} ({column}) “{text}” has its thousands separators in the wrong places; a digit may be missing, enter it again",
  "cell.notAmount.severalPoints":
    "{table} {cell} ({column}) “{text}” has several decimal points; enter it again",
  "cell.notAmount.notFinite": "{table} {cell} ({column}) “{text}” is not an amount; enter it again",
  "cell.notAmount.boolean":
    "{table} {cell} ({column}) is the logical value “{text}”, not an amount; enter the amount",

  "heading.swapped":
    "{table}: the column “{first}” holds codes of {firstSystem}, the column “{second}” codes of {secondSystem}; exchange the headings",
  "unit.twoNames":
    "{table} {cell}: unit {code} is called “{name}” here and “{otherName}” in {otherTable} {otherCell}; write it the same",
  "unit.twoCodes":
    "{table} {cell}: “{name}” has the unit code {code} here and {otherCode} in {otherTable} {otherCell}; write it the same",

  // Importing lists of codes
  "import.noCodes":
    "No codes with names were found in “{title}”. It needs a column of codes and one of names",
  "import.malformed":
    "[[Sheet “{sheet}”, ]]row {row}: “{code}”[[ ({name})]] is not written as codes of this classification are. Correct it and import again",
  "import.duplicate":
    "[[Sheet “{sheet}”, ]]row {row}: code {code} stands in row {firstRow} already. Correct it and import again",
  "import.noName": "[[Sheet “{sheet}”, ]]row {row}: code {code} has no name. Add it and import again",
  "import.needsOutput": "Say with -o where the copy of the workbook goes; the original stays as it is",
  "import.codeHeading": "Code",
  "import.nameHeading": "Name",
  "import.summary":
    "“{title}”[[ ({year})]] has {codes} codes: {same} as shipped, {added} new, {changed} renamed; {missing} shipped ones are not in it",
  "dictionary.code": "Code",
  "dictionary.name": "Name",
  "dictionary.parent": "Code above",
  "dictionary.level": "Level",
  "dictionary.path": "Full name",
  "dictionary.evidence": "Source",
  "dictionary.sheet": "Codes {list}",
  "dictionary.title": "{list} (edition of {edition}), {count} codes",
  "import.added": "new      {code} {name}",
  "import.changed": "renamed  {code} {before} → {name}",
  "import.missing": "missing  {code} {name}",

  // Functions in cells
  "function.notACode": "“{text}” is not a code",
  "function.noSuchKind":
    "There is no classification “{text}”; use functional, economicDepartment, economicGovernment, income, procurement or purchasedService",
  "function.unknownCode": "No list has the code {text}[[ ({year})]]",
  "function.unknownName": "No list has the name “{text}”[[ ({year})]]",
  "function.noName": "No name was given{text}",
  "function.severalCodes": "{count} codes are called “{name}” ({codes} …); name the one above",
  "function.noParent": "{text} is at the top, nothing stands above it[[ ({year})]]",

  "report.sheetName": "校验报告",
  "report.title": "Department budget: report of the check",
  "report.relations":
    "{tables} tables found, {checked} relations checked: {exact} hold, {rounding} hold within rounding, {mismatch} fail[[; {cannotTell} more could not be checked for want of figures]].",
  "report.counts": "{errors} errors, {warnings} warnings, {infos} hints.",
  "report.about": "[[File: {file}; ]]code lists of: {edition}[[; checked on: {date}]]",
  "report.editionOwn": "the year named in the tables",
  "report.signatures": "Prepared: __________  Reviewed: __________  Head: __________  Date: __________",
  "report.none": "Nothing was found.",
  "report.file": "File",
  "report.number": "No.",
  "report.severity": "Severity",
  "report.table": "Table",
  "report.sheet": "Sheet",
  "report.cell": "Cell",
  "report.message": "Finding",
  "report.actual": "Is",
  "report.expected": "Should be",
  "report.difference": "Difference",
  "report.also": "The same mistake breaks {count} more relations:",
  "report.broken": "{count} relations fail because of it:",
  "report.together": "These {count} relations cannot hold together:",
  "report.suspects": "Cells that may be wrong",
  "report.why": "Reasons",
  "severity.error": "Error",
  "severity.warning": "Warning",
  "severity.rounding": "Rounding",
  "severity.info": "Hint",
  "severity.accepted": "Accepted",
  "accepted.reason": "{sentence} (accepted {date}: {reason})",

  "insert.made": "{count} standard tables made: {file}",
  "insert.madeInto": "{count} standard tables inserted, {filled} formulas filled in: {file}",
  "insert.present":
    "{file} has {tables} already. Add --existing keep, copy (one more beside it) or fill (only blank formulas)",
  "insert.unknownTable": "There is no table “{table}”; known are {known}",
  "insert.badCode": "The functional code “{code}” is wrong: 3, 5 or 7 digits that begin with 2 are needed",
  "insert.badListLine":
    "Line {line} of the units and projects is not in order: “{text}”; “code name” is needed, such as “156001 Office”",
  "insert.protected": "The sheet “{sheet}” is protected and cannot be filled in; unprotect it first",
  "insert.changedSince":
    "The sheet “{sheet}” was changed since it was inserted; delete it by hand if it is not wanted",
  "insert.usedSince":
    "Formulas of the sheet “{sheet}” take figures from what was inserted, so it cannot be undone; change those formulas first",
  "progress.inserting": "Inserting…",

  "writeCode.otherKind": "Nothing was written: {table} has no column for codes such as “{code} {name}”",
  "writeCode.formula": "Nothing was written: {cell} is a formula. Clear it first to put a code there",
  "writeCode.amount":
    "Nothing was written: {cell} is a number, which a code must not replace. Choose a blank cell",
  "writeCode.total": "Nothing was written: row {row} is “{name}”, which has no code",
  "insert.badUnits": "Line {line} of {file} cannot be read; “code name” is needed, such as “156001 Office”",

  "progress.cellEdit": "A cell is being edited; press Enter to finish it",
  "progress.reading": "Reading the workbook…",
  "progress.writing": "Writing into the workbook…",
  "progress.balancing": "Looking for the fewest figures to change…",
  "progress.checking": "Checking {sheets} sheets…",
  "progress.reporting": "Writing the report…",
  "progress.marking": "Marking the cells at fault…",
  // 填充编码
  "fill.onlyName": "“{name}” has only the code {code}",
  "fill.underParent": "several codes are named “{name}”; the one under {parent}[[ {parentName}]] is {code}",
  "fill.sameFigure": "{table} row {row} has the same name and figure, and the code {code}",
  "fill.sameProject": "{table} row {row} is “{name}” too, with the code {code}",
  "fill.sameElsewhere": "in this workbook “{name}” has the code {code}",
  "fill.officialName": "the name of {code} in the list[[ of {year}]]",
  "fill.otherRow": "the name of {code} in {table} row {row}",
  "fill.besideCode": "the row already says {code}",
  "fill.pair": "by the table of correspondence {other} goes with {code}[[ ({kind})]]",
  "fill.unitElsewhere": "in {table} the unit code of “{name}” is {code}",
  "fill.unitBeside": "of the unit codes of “{name}”, {code} is as long as those of the other units here",
  "fill.unitAbove": "belongs to the unit above, “{name}” ({code})",
  "fill.answered": "chosen by you",
  "ask.sameName": "{count} codes are named “{name}”, and nothing tells which is meant",
  "ask.nearName": "no code is named “{name}”; {count} have a name close to it",
  "ask.unknownName": "the list has no “{name}”",
  "ask.nameTwice": "two rows here are named “{name}”; one of the names may be wrong",
  "ask.unknownCode": "the name of {code} is not known",
  "ask.project": "the project's name “{name}” does not tell its functional code",
  "ask.unit": "nothing elsewhere settles the unit code of “{name}”",
  "ask.unitOfRow": "nothing tells to which unit “{name}” belongs",
  "ask.unitKind":
    "is {name} of an administrative body or a public institution? The other rows of the section follow",
  "ask.pair": "{name} may go with {count} codes",
  "suggest.outdatedName": "{code} is now named “{official}”",
  "suggest.nameDiffers": "{code} should be named “{official}”",
  "suggest.unknownCode": "{code} is not in the list; “{name}” is {only}",
  "fill.summary": "{filled} filled, {asked} left to choose, {suggested} suggestions",
  "fill.followed": "{count} more cells follow from the answer",
  "fill.answersOfOne": "--answers are for one file; leave them out for several",
  "fill.noOutput": "no --output given; add --dry-run to see only what would be filled",
  "fill.badAnswers": "{file} is not a JSON list of answers, each with sheet, cell and value",
  "fill.answersUnreadable": "the answers in {file} cannot be read: {why}",
  "fill.protected": "the sheet “{sheet}” is protected and was not filled; remove its protection first",
};

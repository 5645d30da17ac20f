import type { LISTS_ZH_CN } from "./zhCN";

/** Tables from lists: what is said of a list and of the tables made from it. */
export const LISTS_EN_US: Readonly<Record<keyof typeof LISTS_ZH_CN, string>> = {
  "lists.noSet": 'There is no set of tables "{set}", or none that can be made from a list',
  "lists.unknownTable": '"{table}" cannot be made from a list; those that can: {known}',
  "lists.noList":
    "{file}: no list was found. A list needs a heading with units or projects, codes and amounts; name the columns by --map where the heading is not understood",
  "lists.nothingPlaced":
    "{file}: no row of the list has a place in these tables; check what its columns are taken for",
  "lists.badMap": "{file}: what its columns mean cannot be read: {why}",
  "lists.badField": '"{field}" is nothing a column can mean; possible are: {known}',
  "lists.unreadAmount": '{sheet} {cell}: "{text}" is no amount and was not counted',
  "lists.unitsFilled": "{sheet}, rows {rows}: no unit is named; counted for the unit of the row above",
  "lists.unitsNumbered":
    "The list has no unit codes; numbered for the time being: {units}. Put the official codes in",
  "lists.severalSheets":
    "These sheets are all lists and were added together: {sheets}. Choose one by --sheet",
  "lists.rowTotal":
    "{sheet}, row {row}: total {total}, kinds of money add up to {parts}, difference {difference}; the kinds of money were counted",
  "lists.total":
    "{sheet}, row {row}: total {total}, the rows add up to {sum}, difference {difference}; check the list",
  "lists.byName.functional":
    "Rows {rows} have only the name of a functional code; its code was looked up ({count} rows)",
  "lists.byName.department":
    "Rows {rows} have only the name of a departmental economic code; its code was looked up ({count} rows)",
  "lists.byName.government":
    "Rows {rows} have only the name of a governmental economic code; its code was looked up ({count} rows)",
  "lists.byName.item":
    "Rows {rows} have only the name of a procurement item; its code was looked up ({count} rows)",
  "lists.governmentFound":
    "Rows {rows} have no governmental economic code; it was taken from the correspondence of the two classifications ({count} rows)",
  "lists.sums.words": "{sheet}, rows {rows} are totals and were not counted",
  "lists.sums.formula": "{sheet}, rows {rows} add up other rows by a formula and were not counted",
  "lists.sums.figures":
    "{sheet}, rows {rows} equal the sum of the rows right below and were taken for subtotals; complete their codes where they are none",
  "lists.lacks.unit":
    "Rows {rows} name no unit: {amount} {unit} are missing from {tables}; complete the list",
  "lists.lacks.project":
    "Rows {rows} name no project: {amount} {unit} are missing from {tables}; complete the list",
  "lists.lacks.functional":
    "Rows {rows} have no functional code of 7 digits: {amount} {unit} are missing from {tables}; complete the list",
  "lists.lacks.department":
    "Rows {rows} have no departmental economic code of 5 digits: {amount} {unit} are missing from {tables}; complete the list",
  "lists.lacks.category":
    "Rows {rows} have economic codes of none of the three categories: {amount} {unit} are missing from {tables}; complete the list",
  "lists.lacks.fund":
    "Rows {rows} name no kind of money that is understood: {amount} {unit} are missing from {tables}; complete the list",
  "lists.lacks.spending":
    "Rows {rows} do not say whether they are basic or project expenditure: {amount} {unit} are missing from {tables}; complete the list",
  "lists.lacks.item":
    "Rows {rows} are purchases without a catalogue code: {amount} {unit} are missing from {tables}; complete the list",
  "lists.lacks.service":
    "Rows {rows} are purchased services without a catalogue entry: {amount} {unit} are missing from {tables}; complete the list",
  "lists.lacks.income":
    "Rows {rows} have no income code: {amount} {unit} are missing from {tables}; complete the list",
  "lists.rounded":
    "{count} amounts had to be rounded to {unit}: tables agree with each other to the last digit, and each total is that of the list, rounded",
  "lists.roundedMoved":
    "{count} amounts had to be rounded to {unit}: tables agree with each other to the last digit; {moved} figures differ by 0.01 from their own rounding",
  "lists.column": "column {column}  {heading}  →  {field}[[ ({how})]]",
  "lists.how.content": "told by its content",
  "lists.how.user": "as you said",
  "lists.sheet": "{sheet}: {rows} rows, amounts in {unit}[[ ({how})]]",
  "lists.unit.user": "as you said",
  "lists.unit.figures": "guessed from the figures, as the list does not say; set it by --list-unit",
  "lists.table": "{table}: {rows} rows, total {total} {unit}, list {listed} 元[[ ({incomplete})]]",
  "lists.incomplete": "incomplete, see below",
  "lists.left":
    "{tables} were not made: the rows for them all lack something, see below; name the columns by --map where a heading was not understood",
  "lists.since":
    "Compared with the list {file}: {added} rows new, {gone} gone, {changed} changed, {same} as they were",
  "lists.since.total.equal": "The total is as it was: {after} 元",
  "lists.since.total.more": "Total {before} 元 → {after} 元, {difference} 元 more",
  "lists.since.total.less": "Total {before} 元 → {after} 元, {difference} 元 less",
  "lists.since.changed": "changed  {sheet}, row {row} (before: row {oldRow}) {what}: {changes}",
  "lists.since.added": "new  {sheet}, row {row} {what}: {amount} 元",
  "lists.since.gone": "gone  before {sheet}, row {row} {what}: {amount} 元",
  "lists.figure": "{sheet} {cell} adds up {count} amounts of the list, {amount} 元 in all:",
  "lists.figure.row": "{sheet}, row {row} {what}: {amount} 元",
  "lists.badCell": '"{cell}" is no cell with an amount in the tables made; write it as 表10!C7',
  "lists.made": "{count} tables made from the list: {file}",
};

import type { CODES_ZH_CN } from "./zhCN";

/** Wording in English of what is said of codes and of the lists they stand in. */
export const CODES_EN_US: Readonly<Record<keyof typeof CODES_ZH_CN, string>> = {
  "code.unknown":
    "{table} {cell}: {code} is no code of the [[{year} ]]{system}; look it up[[, perhaps {suggestions}]]",
  "code.notInList":
    "{table} {cell}: the imported list “{list}” has no code {code}; look it up[[, perhaps {suggestions}]]",
  "code.name":
    "{table} {cell}: {code} is called “{name}” here; the [[{year} ]]{system} says “{official}”[[, and so do budgets and accounts of {seen}]]",
  "code.outdated":
    "{table} {cell}: {code} “{name}” is the name of {lastYear}; the {year} {system} says “{official}”",
  "code.removed":
    "{table} {cell}: {code} was used until {lastYear}; the {year} {system} has it no more[[, use {movedTo}]]",
  "code.unknownSince":
    "{table} {cell}: neither the {edition} {system} nor budgets and accounts printed since have the code {code}; look it up[[, perhaps {suggestions}]]",
  "code.unknownLikely":
    "{table} {cell}: the lists at hand have no code {code} in the {system}; whether that of {year} has is not known, look it up[[, perhaps {suggestions}]]",
  "code.nameLikely":
    "{table} {cell}: {code} is called “{name}” here; the lists at hand of the {system} say “{official}”, whether that of {year} does is not known, look it up",
  "code.outdatedLikely":
    "{table} {cell}: {code} “{name}” is the name of {lastYear}; it may be called “{official}” since, look at the {year} {system}",
  "code.removedLikely":
    "{table} {cell}: {code} was used until {lastYear} and may be gone since[[; use {movedTo}]]; look at the {year} {system}",
  "code.twoNames":
    "{table} {cell}: {code} is called “{name}” here and “{otherName}” in {otherTable} {otherCell}; write it the same",
  "code.twoCodes":
    "{table} {cell}: “{name}” has the code {code} here and {otherCode} in {otherTable} {otherCell}; give it one code",
  "code.mismatch":
    "{table} {cell}: the code is {code}, but {otherCell} says [{otherCode}]; they should agree",
  "code.duplicate":
    "{table} {cell}: the code {code} stands in {otherCell} already; merge the rows or correct one",
  "code.pair":
    "{table} {cell}: department class {department} does not go with government class {government}; look at both",
  "codes.incomplete":
    "No complete list of codes is at hand for {year}: [[functional codes are checked by the list of {functional}, ]][[economic codes by the list of {economic}, ]][[procurement items by the catalogue of {procurement}, ]]beside budgets and accounts of other years; what is not certain is only noted. Import the list of the year (Codes, Import a list; --codes on the command line) and it decides",
  "codes.unloaded":
    "“{list}” could not be loaded, so codes of this kind were not checked; look at the network or the add-in's server and check again",
  "codes.none": "No code fits “{query}”; type fewer words, a code or initials",
  "codes.list": "{list}, edition {edition}",
  "codes.provenance": "Seen in: {sources}[[; {sure}]]",
  "codes.evidence.seed": "a real department budget",
  "codes.evidence.document": "published budgets or official explanations",
  "codes.evidence.dataset": "the official catalogue",
  "codes.evidence.recall": "not compared with the official document",
  "codes.evidence.import": "the list you imported, which counts",
  "codes.evidence.importSupplement": "a supplementary list you imported",
  "codes.confidence.high": "high confidence",
  "codes.confidence.medium": "medium confidence",
  "codes.confidence.low": "low confidence, please verify",
  "codes.formerName": "“{name}” was its name until {lastYear}",
  "codes.laterName": "also called “{name}”[[ since {firstYear}]]",
  "codes.nameSince": "so called since {firstYear}",
  "codes.removedAfter": "in use until {lastYear}[[, {movedTo} since]]",
};

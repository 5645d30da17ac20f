import type { MANY_ZH_CN } from "./zhCN";

/** Wording in English of work on many files, and of the summary of it. */
export const MANY_EN_US: Readonly<Record<keyof typeof MANY_ZH_CN, string>> = {
  "many.interrupted":
    "Interrupted: {done} of {all} files are done, each of them whole; no summary was written, run it again",
  "many.noCache": "Cannot write into {folder} to keep results there; choose another folder",
  "many.summaryName": "{file}: save the summary as .xlsx or .html",
  "many.outputName":
    "{file} is the name of a workbook, in whose place no results are written; choose another, such as results.jsonl",
  "many.nothingToSplit":
    "{file}: this computer sees no workbook to check there, so the part was not done; check the path, and whether the share is mounted",
  "many.badLine":
    "{file}, line {line} is no result of --format jsonl; no summary was written, check the file",
  "many.folderNeeded": "{file} is a file; for more than one file give a folder for the copies with -o",
  "many.ownFolder":
    "{file} lies in the folder for the copies, which would be mixed with it; give another folder with -o",
  "many.summed": "{all} files: {wrong} with errors, {unusable} that cannot be used. Saved as {file}",
  "defaults.saved":
    "Saved as {file}: {sets} sets of tables, {rules} own relations, {lists} code lists. Put it beside manifest.xml on the web server",
  "serve.ready": "Serving the files at {address}; Ctrl+C stops",
  "serve.noFolder": "{folder} has no taskpane.html; name the folder site of a release",
  "serve.noCertificate":
    "No certificate for https ({why}); give one by --cert and --key, or --pfx. To try it on this computer alone run npx office-addin-dev-certs install first",
  "serve.failed": "Cannot serve on port {port} ({why}); choose another port, or check the certificate",
  "summary.sheet": "Summary",
  "summary.title": "Department budgets checked: summary",
  "summary.about":
    "{all} files: {wrong} with errors, {unusable} that cannot be used, {right} without errors. Those with most errors come first",
  "summary.number": "No.",
  "summary.department": "Department",
  "summary.file": "File",
  "summary.copy": "Copy",
  "summary.error": "Errors",
  "summary.warning": "Warnings",
  "summary.rounding": "Rounding",
  "summary.info": "Hints",
  "summary.accepted": "Accepted",
  "summary.problem": "Why it cannot be used",
  "summary.total": "Total",
  "summary.kind.within": "Within tables",
  "summary.kind.across": "Between tables",
  "summary.kind.own": "Own relations",
  "summary.kind.blocks": "Shifted blocks, headings",
  "summary.kind.rows": "Missing rows",
  "summary.kind.codes": "Codes",
  "summary.kind.cells": "Cell contents",
  "summary.kind.text": "Explanation",
  "summary.kind.other": "Other",
};

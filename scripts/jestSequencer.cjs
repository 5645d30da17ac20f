const Sequencer = require("@jest/test-sequencer").default;

/**
 * The files that take longest, longest first. A checkout that is new knows nothing of earlier runs, and jest would begin with
 * the largest files: one of these begun last keeps one processor waiting for the other.
 */
const LONGEST = [
  "browser/paneInChinese",
  "browser/paneInEnglish",
  "browser/workbench",
  "browser/notes",
  "browser/learn",
  "browser/workday",
  "validation/oneTruth",
  "host/faults",
  "scale/processes",
  "actions/lastCheck",
  "planning/rows/randomEdits",
  "validation/changedFigure",
  "scripts/documentedCommands",
  "units/checkUnits",
  "workbench/engine/undo",
  "xlsx/write/printedSheets",
  "host/memberTable",
  "actions/insertTables",
].map((name) => new RegExp(`/tests/${name}\\.test\\.tsx?$`));

const placeOf = ({ path }) => {
  const place = LONGEST.findIndex((name) => name.test(path));
  return place < 0 ? LONGEST.length : place;
};

module.exports = class extends Sequencer {
  async sort(tests) {
    const usual = await super.sort(tests);
    return usual.sort((one, other) => placeOf(one) - placeOf(other));
  }
};

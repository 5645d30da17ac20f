/** What the pane needs for its first action and not to open: reading Excel, recognition, relations, validation, planning,
    code lists. */
export { excelPort } from "../src/excel/excelPort";
export { bindActions } from "./actions";
export { bringingSets } from "./broughtSets";
export { LIST_FILES } from "./listFiles";
export { fetchOfficeDefaults } from "./officeFile";
export { paneSolver } from "./solver/paneSolver";
export { userLists } from "./userLists";
export { userSets } from "./userSets";

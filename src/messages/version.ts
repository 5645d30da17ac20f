import about from "../../package.json";

/** The version of this product as `gouji --version`, the pane and the manifest say it: that of package.json. */
export const VERSION: string = about.version;

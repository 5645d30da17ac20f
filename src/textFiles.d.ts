/** Data files are imported as their text (webpack: asset/source; jest: scripts/jestText.cjs). */
declare module "*.tsv" {
  const text: string;
  export default text;
}

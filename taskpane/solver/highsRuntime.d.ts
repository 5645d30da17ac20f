/** The WebAssembly file of HiGHS as the address from which the pane loads it; webpack.config.js puts it there. */
declare module "highs/runtime" {
  const address: string;
  export default address;
}

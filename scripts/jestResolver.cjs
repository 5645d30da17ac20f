const { join } = require("node:path");

/** numfmt 4.0.1 names a file for require() that its package does not have; webpack takes the one that is there. */
module.exports = (request, options) =>
  request === "numfmt" && !options.basedir.includes("node_modules")
    ? join(__dirname, "../node_modules/numfmt/dist/index.js")
    : options.defaultResolver(request, options);

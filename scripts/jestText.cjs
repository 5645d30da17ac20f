/** Lets jest import a data file as its text, as webpack's asset/source does. */
module.exports = {
  process: (text) => ({ code: `module.exports = ${JSON.stringify(text)};` }),
};

const vm = require("node:vm");
const { TestEnvironment: NodeEnvironment } = require("jest-environment-node");

/** What jest takes from Node although every realm has its own: what Node itself gives out must be instances of it. */
const FROM_NODE = ["ArrayBuffer", "Uint8Array"];

/**
 * Jest's environment of Node in a realm of the ordinary kind. Jest's own has a global object whose every look-up (Map, Math,
 * Number …) goes through an interceptor and a proxy, which makes code run a quarter slower than it does for users. Each test
 * file has a realm of its own all the same.
 */
class PlainEnvironment extends NodeEnvironment {
  constructor(config, context) {
    super(config, context);
    const usual = this.global;
    const global = vm.createContext(vm.constants.DONT_CONTEXTIFY);
    for (const key of Reflect.ownKeys(usual))
      if (FROM_NODE.includes(key) || !Object.hasOwn(global, key)) takeWhenAsked(global, usual, key);
    global.global = global;
    global.Error.stackTraceLimit = usual.Error.stackTraceLimit;
    this.context = global;
    this.global = global;
    this.moduleMocker = new this.moduleMocker.constructor(global);
    this.fakeTimersModern.dispose();
    this.fakeTimersModern = new this.fakeTimersModern.constructor({ config: config.projectConfig, global });
    // The old kind of fake timers, which nobody asks for, would fake those of the other realm.
    this.fakeTimers.dispose();
    this.fakeTimers = null;
  }
}

/** Takes over a global from another realm when it is first read: some of Node's are loaded by that. */
function takeWhenAsked(global, usual, key) {
  const { enumerable } = Object.getOwnPropertyDescriptor(usual, key);
  const set = (value) => {
    Object.defineProperty(global, key, { configurable: true, writable: true, enumerable, value });
    return value;
  };
  Object.defineProperty(global, key, { configurable: true, enumerable, get: () => set(usual[key]), set });
}

// Node 20.18 is the first that has realms of this kind for programs.
module.exports = vm.constants?.DONT_CONTEXTIFY ? PlainEnvironment : NodeEnvironment;

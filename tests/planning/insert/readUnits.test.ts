import { readUnits } from "../../../src/planning/insert/readUnits";

describe("a list of units", () => {
  it("has units, and projects under the unit above them", () => {
    const text = "\uFEFF# 2021\r\n156001\t某某局\r\n2010399，电子政务经费\r\n\r\n156003 某某中心\n";
    expect(readUnits(text)).toEqual({
      units: [
        { code: "156001", name: "某某局" },
        { code: "156003", name: "某某中心" },
      ],
      projects: [{ code: "2010399", name: "电子政务经费", unit: "156001" }],
      badLine: undefined,
    });
  });

  it.each(["156001", "某某局 156001", "15600 某某局", "1010399 收入"])(
    "names the line it cannot read: %s",
    (line) => {
      expect(readUnits(`156001 某某局\n${line}`).badLine).toBe(2);
    },
  );
});

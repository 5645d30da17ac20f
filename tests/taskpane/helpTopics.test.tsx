/** @jest-environment jsdom */
import { act } from "react";
import { run } from "../cli/run";
import { TOPICS } from "../../taskpane/help/topics";
import { host, open, setUpPane, tab } from "./openPane";

setUpPane();

test.each(["zh-CN", "en-US"] as const)("帮助 in %s says what else can be done and where", async (locale) => {
  await open({}, locale);
  await tab("settings");
  const [topics] = [...host.querySelectorAll("details")];
  await act(async () => {
    if (topics) topics.open = true;
    topics?.dispatchEvent(new Event("toggle"));
  });
  await act(async () => {
    await import("../../taskpane/help/topics");
  });
  for (const { title, text, where } of TOPICS[locale]) {
    expect(topics?.textContent).toContain(title);
    expect(topics?.textContent).toContain(text);
    expect(topics?.textContent).toContain(where);
  }
});

test("both languages have the same topics, and every command they name is one", async () => {
  const ids = (locale: "zh-CN" | "en-US") => TOPICS[locale].map(({ id }) => id);
  expect(ids("en-US")).toEqual(ids("zh-CN"));
  const named = Object.values(TOPICS)
    .flat()
    .flatMap(({ where }) => [...where.matchAll(/gouji ([a-z-]+)/g)].map(([, name = ""]) => name));
  expect(named.length).toBeGreaterThan(10);
  for (const name of new Set(named)) expect((await run([name, "--help"])).code).toBe(0);
});

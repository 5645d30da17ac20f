import { loadRuntime } from "./loadRuntime";

const XML = '<g:a xmlns:g="urn:one"><g:b>文字</g:b></g:a>';

test("a part is found by its namespace, read, written and deleted", async () => {
  const { Excel, store } = loadRuntime();
  await Excel.run(async (context) => {
    const added = context.workbook.customXmlParts.add(XML).load("id,namespaceUri");
    const scoped = context.workbook.customXmlParts.getByNamespace("urn:one");
    const only = scoped.getOnlyItemOrNullObject().load("id");
    const none = context.workbook.customXmlParts.getByNamespace("urn:two").getOnlyItemOrNullObject();
    const xml = only.getXml();
    const count = scoped.getCount();
    await context.sync();
    expect(added.namespaceUri).toBe("urn:one");
    expect(only.id).toBe(added.id);
    expect(xml.value).toBe(XML);
    expect(count.value).toBe(1);
    expect(none.isNullObject).toBe(true);
    only.setXml('<a xmlns="urn:one"/>');
    await context.sync();
    expect(store.customXml.map((part) => part.xml)).toEqual(['<a xmlns="urn:one"/>']);
    context.workbook.customXmlParts.getItem(added.id).delete();
    await context.sync();
    expect(store.customXml).toEqual([]);
  });
});

test("what is no XML is refused", async () => {
  const { Excel } = loadRuntime();
  await expect(
    Excel.run(async (context) => {
      context.workbook.customXmlParts.add("文字");
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: "InvalidArgument" });
});

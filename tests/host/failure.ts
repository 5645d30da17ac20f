/** What Excel.run rejects with; throws when the batch is carried out after all. */
export async function failure(
  batch: (context: Excel.RequestContext) => Promise<unknown>,
): Promise<OfficeExtension.Error> {
  try {
    await Excel.run(batch);
  } catch (error) {
    return error as OfficeExtension.Error;
  }
  throw new Error("Excel.run was expected to fail");
}

export function newestCliSource(root: string): number;
export function currentCli(root: string): string | undefined;

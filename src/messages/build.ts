// Why a build is refused.

export const noEdition = (name: string, editions: string) =>
  `There is no edition "${name}": choose ${editions}.`;
export const notBesidePackage = (file: string) => `${file} cannot be read; it belongs beside package.json.`;
export const variableMissing = (file: string, name: string, where: string) =>
  `${file} lacks the variable ${name}, which ${where} needs.`;
export const notHttps = (value: string) => `"${value}" is no https address without a slash at its end`;
export const noSuchScope = (value: string) => `HubSpot has no scope "${value}"`;
export const notJson = (file: string) => `${file} is no JSON.`;

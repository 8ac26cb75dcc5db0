import openapiTypescript, { astToString, type OpenAPI3 } from "openapi-typescript";

/** The types of the API's client as TypeScript, from the document that the service gives of itself. */
export async function clientTypes(document: OpenAPI3): Promise<string> {
  const nodes = await openapiTypescript(document, { alphabetize: true });
  return `/* The types of the API, written by "npm run api-client" from the service's own document. */\n\n${astToString(nodes)}`;
}

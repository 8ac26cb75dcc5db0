import type { TestProject } from "vitest/node";
import { startTcpServer } from "./fixtures/tcp-server.ts";

/** Gives the run a server by its address: the one of `TEST_DATABASE_URL`, else one of its own over TCP. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined && given !== "") {
    project.provide("serverUrl", given);
    return async () => undefined;
  }
  const server = await startTcpServer();
  project.provide("serverUrl", server.url);
  return server.stop;
}

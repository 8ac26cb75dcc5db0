import type { Api } from "./routes.ts";

/** Adds routes whose body is a file as it is, up to a bound: of these media types, or of any where none is named. */
export function fileRoutes(
  api: Api,
  { bytesMax, types = "*" }: { readonly bytesMax: number; readonly types?: string | string[] },
  add: (scope: Api) => void,
): void {
  void api.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(types, { parseAs: "buffer", bodyLimit: bytesMax }, (_request, body, done) =>
      done(null, body),
    );
    add(scope as Api);
  });
}

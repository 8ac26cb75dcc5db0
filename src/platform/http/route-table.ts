/** A route whose work is screening. */
export type HeavyRoute = {
  readonly start: string;
  readonly whole: boolean;
  readonly methods: readonly string[];
  /** True where what was found is kept as well, so that the database bounds how many can be under way. */
  readonly keeps: boolean;
};

/** Which methods an address takes, so that a wrong one is told apart from an address that is none. */
export class RouteTable {
  readonly #rows: {
    readonly pattern: RegExp;
    readonly methods: readonly string[];
    readonly foreign: boolean;
  }[] = [];

  readonly #heavy: HeavyRoute[] = [];

  /** The route of this request where its work is screening, told by how its address begins: asked for each request. */
  heavyRoute(method: string, url: string): HeavyRoute | null {
    for (const route of this.#heavy) {
      if (!route.methods.includes(method) || !url.startsWith(route.start)) continue;
      if (!route.whole || url.length === route.start.length || url[route.start.length] === "?") return route;
    }
    return null;
  }

  /** Notes a route; `foreign` ones answer errors as another service's clients know them. */
  add(route: { readonly method: string | string[]; readonly url: string; readonly config?: unknown }): void {
    const pattern = route.url
      .split("/")
      .map((part) =>
        part.startsWith(":") ? "[^/]+" : part === "*" ? ".*" : part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"),
      )
      .join("/");
    const foreign = typeof route.config === "object" && route.config !== null && "foreign" in route.config;
    if (typeof route.config === "object" && route.config !== null && "heavy" in route.config)
      this.#heavy.push({
        start: route.url.split(":")[0] ?? route.url,
        whole: !route.url.includes(":"),
        methods: [route.method].flat(),
        keeps: "keeps" in route.config,
      });
    this.#rows.push({ pattern: new RegExp(`^${pattern}/?$`), methods: [route.method].flat(), foreign });
  }

  methodsOf(path: string): readonly string[] {
    const fitting = this.#rows.filter(({ pattern }) => pattern.test(path));
    return [...new Set(fitting.flatMap(({ methods }) => methods))].filter((method) => method !== "OPTIONS");
  }

  isForeign(path: string): boolean {
    return this.#rows.some(({ pattern, foreign }) => foreign && pattern.test(path));
  }
}

/** Which methods an address takes, so that a wrong one is told apart from an address that is none. */
export class RouteTable {
  readonly #rows: {
    readonly pattern: RegExp;
    readonly methods: readonly string[];
    readonly foreign: boolean;
  }[] = [];

  readonly #heavy = new Set<string>();

  /** True for addresses of routes whose work is screening, told by how they begin: asked for each request. */
  isHeavy(url: string): boolean {
    for (const start of this.#heavy) if (url.startsWith(start)) return true;
    return false;
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
      this.#heavy.add(route.url.split(":")[0] ?? route.url);
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

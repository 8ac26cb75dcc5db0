/** The page is at rest by then: what is kept for a day without a network delays nothing. */
const REST_MS = 4_000;

/** The files of the app that this page has asked for so far. */
function filesUsed(): readonly string[] {
  const asked = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  const own = asked.filter(
    ({ origin, pathname }) => origin === location.origin && pathname.startsWith("/assets/"),
  );
  return [...new Set(own.map(({ pathname }) => pathname))];
}

/** The build is named by its first script, whose name changes with what is in it. */
const buildOf = (): string =>
  document.querySelector<HTMLScriptElement>("script[type=module][src]")?.getAttribute("src") ?? "";

/** Has the browser keep the app's own files, so that a page opens where there is no network; where it can, and may. */
export function keepApp(): void {
  const workers = navigator.serviceWorker;
  if (!import.meta.env.PROD || workers === undefined) return;
  let told = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = async (): Promise<void> => {
    const files = filesUsed();
    if (files.length === told) return;
    try {
      await workers.register("/worker.js");
      const { active } = await workers.ready;
      active?.postMessage({ build: buildOf(), files });
      told = files.length;
    } catch {
      // A browser that keeps nothing has the app all the same, while there is a network.
    }
  };
  // Each page brings files of its own: they are told when the page is at rest.
  new PerformanceObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(() => void tell(), REST_MS);
  }).observe({ type: "resource", buffered: true });
}

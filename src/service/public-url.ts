import type { Config } from "../platform/config/settings.ts";

/** True where only this machine can reach the address. */
export function isLoopback(host: string | null): boolean {
  return host === "localhost" || host === "::1" || /^127\./.test(host ?? "");
}

/** Where people reach the service: as it is set, else this machine's own name or the address listened on. */
export function publicUrlOf({ publicUrl, host, port }: Config): string {
  if (publicUrl !== null) return publicUrl;
  // Passkeys are bound to a name, never to an address.
  const name = isLoopback(host)
    ? "localhost"
    : host?.includes(":") === true
      ? `[${host}]`
      : (host ?? "localhost");
  return `http://${name}:${port}`;
}

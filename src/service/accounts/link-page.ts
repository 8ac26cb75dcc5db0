import { createHash } from "node:crypto";
import type { OpenLink } from "../../platform/auth/links.ts";
import { PASSWORD_CHARS_MAX, PASSWORD_CHARS_MIN } from "../../platform/auth/password.ts";

/** Where a link leads: a page that works without the web application and without scripts. */
export const LINK_PATH = "/join";

/** The address that is handed over. */
export function linkUrl(publicUrl: string, token: string): string {
  return `${new URL(publicUrl).origin}${LINK_PATH}/${token}`;
}

const STYLE = `:root{color-scheme:light dark}
body{background:Canvas;color:CanvasText;font:16px/1.5 system-ui,sans-serif;max-width:26rem;margin:12vh auto;padding:0 1.25rem}
h1{font-size:1.4rem;line-height:1.3}
label{display:block;margin:1rem 0 .25rem;font-weight:600}
input,textarea{font:inherit;width:100%;box-sizing:border-box;padding:.5rem .6rem;border:1px solid #8a8a94;border-radius:.375rem}
button{font:inherit;font-weight:600;margin-top:1.5rem;padding:.6rem 1.2rem;border:0;border-radius:.375rem;background:#1f4fd8;color:#fff}
:focus-visible{outline:3px solid #6b93ff;outline-offset:1px}
.note{color:light-dark(#55555f,#b3b3bd);font-size:.9rem;margin:.25rem 0}
.refused{border-left:4px solid #c62828;padding:.5rem .75rem;margin:1rem 0}`;

/** What the page may load: nothing but its own style, by its hash. */
export const LINK_PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`;

/** Text as HTML shows it. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

type Field = {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly complete: string;
  readonly note?: string;
};

const FIELDS = {
  name: { name: "name", label: "Your name", type: "text", complete: "name" },
  email: { name: "email", label: "Your e-mail address", type: "email", complete: "username" },
  organizationName: {
    name: "organizationName",
    label: "Your organisation",
    type: "text",
    complete: "organization",
  },
  password: {
    name: "password",
    label: "Password",
    type: "password",
    complete: "new-password",
    note: `At least ${PASSWORD_CHARS_MIN} characters. Several words that do not belong together are good.`,
  },
} as const satisfies Record<string, Field>;

const HEADINGS: Readonly<Record<OpenLink["purpose"], (link: OpenLink) => string>> = {
  "first-owner": () => "Welcome to Sluice. You are its first owner.",
  invitation: ({ organizationName, role }) =>
    `Join ${organizationName ?? "the organisation"} as ${role ?? "member"}`,
  "new-password": () => "Set a new password",
};

const fieldsOf = (link: OpenLink): readonly Field[] => {
  switch (link.purpose) {
    case "first-owner":
      return [FIELDS.organizationName, FIELDS.name, FIELDS.email, FIELDS.password];
    case "invitation":
      return [FIELDS.name, FIELDS.password];
    case "new-password":
      return [FIELDS.password];
  }
};

function inputOf(field: Field, values: Readonly<Record<string, string>>): string {
  const note =
    field.note === undefined ? "" : `<p class="note" id="${field.name}-note">${escaped(field.note)}</p>`;
  const described = field.note === undefined ? "" : ` aria-describedby="${field.name}-note"`;
  const bounds =
    field.type === "password"
      ? ` minlength="${PASSWORD_CHARS_MIN}" maxlength="${PASSWORD_CHARS_MAX}"`
      : ' maxlength="200"';
  const value = field.type === "password" ? "" : ` value="${escaped(values[field.name] ?? "")}"`;
  return `<label for="${field.name}">${escaped(field.label)}</label>
<input id="${field.name}" name="${field.name}" type="${field.type}" autocomplete="${field.complete}" required${bounds}${value}${described}>${note}`;
}

/** The page on which a link is used; `refused` says why the last try was not taken. */
export function linkPage(
  link: OpenLink,
  refused: string | null,
  values: Readonly<Record<string, string>>,
): string {
  const heading = HEADINGS[link.purpose](link);
  const address = link.email === null ? "" : `<p class="note">For ${escaped(link.email)}</p>`;
  const problem = refused === null ? "" : `<p class="refused" role="alert">${escaped(sentence(refused))}</p>`;
  const fields = fieldsOf(link)
    .map((field) => inputOf(field, values))
    .join("\n");
  return page(
    heading,
    `${address}${problem}
<form method="post">
${fields}
<button type="submit">${link.purpose === "new-password" ? "Set password" : "Create account"}</button>
</form>`,
  );
}

/** A page that only says something. */
export function notePage(heading: string, text: string): string {
  return page(heading, `<p>${escaped(sentence(text))}</p>`);
}

const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith(".") ? "" : "."}`;

/** A page of its own that needs no script; `body` is HTML. */
export function page(heading: string, body: string, language: "en" | "ko" = "en"): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(heading)} · Sluice</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(heading)}</h1>
${body}
</main>
</body>
</html>
`;
}

import { createHash } from "node:crypto";
import type { OpenLink } from "../../platform/auth/links.ts";
import { PASSWORD_CHARS_MAX, PASSWORD_CHARS_MIN } from "../../platform/auth/password.ts";
import { LINK_WORDS, type LinkLanguage } from "./link-words.ts";
import { PAGE_FONT_FACES } from "./page-fonts.ts";

/** Where a link leads: a page that works without the web application and without scripts. */
export const LINK_PATH = "/join";

/** The address that is handed over. */
export function linkUrl(publicUrl: string, token: string): string {
  return `${new URL(publicUrl).origin}${LINK_PATH}/${token}`;
}

const STYLE = `${PAGE_FONT_FACES}
:root{color-scheme:light dark}
body{background:light-dark(#f6f7f8,#0f1215);color:light-dark(#1b1f24,#e9ecef);font:17px/1.65 system-ui,sans-serif;max-width:26rem;margin:12vh auto;padding:0 1.25rem}
h1{font-size:1.5rem;line-height:2rem;margin:0 0 .5rem}
:lang(ko){font-family:Pretendard,system-ui,sans-serif;word-break:keep-all;overflow-wrap:anywhere}
.brand{margin:0 0 2rem;color:light-dark(#1668c9,#a6c8ff);font-weight:600}
label{display:block;margin:1rem 0 .25rem;font-weight:600}
input,textarea{font:inherit;color:inherit;width:100%;box-sizing:border-box;padding:.5rem .75rem;border:1px solid light-dark(#7a838e,#7c8894);border-radius:4px;background:light-dark(#fff,#1f252b)}
button{font:inherit;font-weight:600;margin-top:1.5rem;padding:.55rem 1.25rem;border:0;border-radius:4px;background:light-dark(#1668c9,#a6c8ff);color:light-dark(#fff,#0f1215);cursor:pointer}
button:hover{background:light-dark(#0f54a8,#c4daff)}
:focus-visible{outline:2px solid light-dark(#1668c9,#a6c8ff);outline-offset:2px}
.note{color:light-dark(#545c66,#a9b2bc);font-size:.9rem;line-height:1.4;margin:.35rem 0}
.refused{border-left:4px solid light-dark(#b42318,#ff9b8f);padding:.5rem .75rem;margin:1rem 0;background:light-dark(#fff,#171b20)}`;

/** What the page may load: nothing but its own style, by its hash, and its letters. */
export const LINK_PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`;

/** Text as HTML shows it. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

type FieldName = "name" | "email" | "organizationName" | "password";

const FIELDS: Readonly<Record<FieldName, { readonly type: string; readonly complete: string }>> = {
  name: { type: "text", complete: "name" },
  email: { type: "email", complete: "username" },
  organizationName: { type: "text", complete: "organization" },
  password: { type: "password", complete: "new-password" },
};

function headingOf({ purpose, organizationName, role }: OpenLink, language: LinkLanguage): string {
  const words = LINK_WORDS[language];
  if (purpose === "first-owner") return words.firstOwner;
  return purpose === "invitation" ? words.invitation(organizationName, role) : words.newPassword;
}

const fieldsOf = (link: OpenLink): readonly FieldName[] => {
  switch (link.purpose) {
    case "first-owner":
      return ["organizationName", "name", "email", "password"];
    case "invitation":
      return ["name", "password"];
    case "new-password":
      return ["password"];
  }
};

function inputOf(name: FieldName, values: Readonly<Record<string, string>>, language: LinkLanguage): string {
  const words = LINK_WORDS[language];
  const { type, complete } = FIELDS[name];
  const isSecret = name === "password";
  const note = isSecret ? `<p class="note" id="${name}-note">${escaped(words.passwordNote)}</p>` : "";
  const described = isSecret ? ` aria-describedby="${name}-note"` : "";
  const bounds = isSecret
    ? ` minlength="${PASSWORD_CHARS_MIN}" maxlength="${PASSWORD_CHARS_MAX}"`
    : ' maxlength="200"';
  const value = isSecret ? "" : ` value="${escaped(values[name] ?? "")}"`;
  return `<label for="${name}">${escaped(words[name])}</label>
<input id="${name}" name="${name}" type="${type}" autocomplete="${complete}" required${bounds}${value}${described}>${note}`;
}

/** The page on which a link is used; `refused` says why the last try was not taken. */
export function linkPage(
  link: OpenLink,
  refused: string | null,
  values: Readonly<Record<string, string>>,
  language: LinkLanguage,
): string {
  const words = LINK_WORDS[language];
  const address = link.email === null ? "" : `<p class="note">${escaped(words.for(link.email))}</p>`;
  const problem = refused === null ? "" : `<p class="refused" role="alert">${escaped(sentence(refused))}</p>`;
  const fields = fieldsOf(link)
    .map((field) => inputOf(field, values, language))
    .join("\n");
  return page(
    headingOf(link, language),
    `${address}${problem}
<form method="post">
${fields}
<button type="submit">${link.purpose === "new-password" ? words.set : words.create}</button>
</form>`,
    language,
  );
}

/** A page that only says something. */
export function notePage(heading: string, text: string, language: LinkLanguage): string {
  return page(heading, `<p>${escaped(sentence(text))}</p>`, language);
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
<p class="brand" translate="no">Sluice</p>
<h1>${escaped(heading)}</h1>
${body}
</main>
</body>
</html>
`;
}

import { escaped, LINK_PAGE_POLICY, page } from "../../accounts/link-page.ts";
import { PLAYBOOK } from "./playbook.ts";
import type { OpenedReply } from "./reply-store.ts";

/** Where a link to questions leads: a page that works without the web application and without scripts. */
export const REPLY_PATH = "/reply";
export const REPLY_PAGE_POLICY = LINK_PAGE_POLICY;

const WORDS = {
  en: {
    here: "Read this page in English",
    heading: "Some questions about your account",
    intro:
      "The platform that you work on asks you these questions to understand your account better. Answer in your own words; a person will read it.",
    until: "This page is open until",
    send: "Send answers",
    thanks: "Thank you",
    sent: "Your answers have arrived. A person will read them, and this page is closed now.",
    closed: "This page is closed",
    gone: "The link was used, has expired or was withdrawn. Ask whoever gave it to you for a new one.",
    required: "Please answer every question in at most 10,000 characters.",
  },
  ko: {
    here: "이 페이지를 한국어로 보기",
    heading: "계정에 관한 몇 가지 질문",
    intro:
      "이용하시는 플랫폼에서 계정을 더 잘 이해하기 위해 드리는 질문입니다. 자유롭게 답해 주시면 담당자가 직접 읽습니다.",
    until: "이 페이지는 다음 날짜까지 열려 있습니다:",
    send: "답변 보내기",
    thanks: "감사합니다",
    sent: "답변이 접수되었습니다. 담당자가 직접 읽으며, 이 페이지는 이제 닫혔습니다.",
    closed: "닫힌 페이지입니다",
    gone: "이미 사용되었거나 만료되었거나 취소된 링크입니다. 링크를 보낸 곳에 새 링크를 요청하십시오.",
    required: "모든 질문에 10,000자 이내로 답해 주십시오.",
  },
} as const;

type Language = OpenedReply["language"];
const OTHER: Readonly<Record<Language, Language>> = { en: "ko", ko: "en" };

/** A question in the language of the page: the usual ones stand in both, one of the desk's own words in its own alone. */
function questionIn(language: Language, asked: Language, words: string): string {
  if (language === asked) return escaped(words);
  const usual = PLAYBOOK.questions.find((one) => one.words[asked] === words);
  return usual === undefined
    ? `<span lang="${asked}">${escaped(words)}</span>`
    : escaped(usual.words[language]);
}

/** The way to the same page in the other language. */
function switchTo(language: Language): string {
  const other = OTHER[language];
  return `<p class="note"><a href="?lang=${other}" lang="${other}" hreflang="${other}">${WORDS[other].here}</a></p>`;
}

/**
 * The questions as a form, in the language of whoever answers. `values` are answers that were not taken, and `refused`
 * is set where there were such.
 */
export function replyPage(
  { language: asked, questions, expiresAt }: OpenedReply,
  {
    language,
    values,
    refused,
  }: {
    readonly language: Language;
    readonly values: Readonly<Record<string, string>>;
    readonly refused: boolean;
  },
): string {
  const words = WORDS[language];
  const fields = questions
    .map(
      ({ id, words: question }) =>
        `<label for="${escaped(id)}">${questionIn(language, asked, question)}</label>\n<textarea id="${escaped(id)}" name="${escaped(id)}" rows="4" maxlength="10000" required>${escaped(values[id] ?? "")}</textarea>`,
    )
    .join("\n");
  const problem = refused ? `<p class="refused" role="alert">${words.required}</p>` : "";
  return page(
    words.heading,
    `${switchTo(language)}\n<p>${words.intro}</p>\n<p class="note">${words.until} ${expiresAt.slice(0, 10)}</p>${problem}\n<form method="post" action="?lang=${language}">\n${fields}\n<button type="submit">${words.send}</button>\n</form>`,
    language,
  );
}

/** Said when the answers have arrived. */
export function thanksPage(language: Language): string {
  return page(WORDS[language].thanks, `<p>${WORDS[language].sent}</p>`, language);
}

/** Said in both languages: nobody knows who came with a link that opens nothing. */
export function closedPage(): string {
  return page(
    WORDS.en.closed,
    `<p>${WORDS.en.gone}</p>\n<h2 lang="ko">${WORDS.ko.closed}</h2>\n<p lang="ko">${WORDS.ko.gone}</p>`,
    "en",
  );
}

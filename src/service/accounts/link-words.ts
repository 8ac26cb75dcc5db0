import { PASSWORD_CHARS_MIN } from "../../platform/auth/password.ts";
import type { Role } from "../../platform/auth/permission.ts";

export type LinkLanguage = "en" | "ko";

/** The language that a browser asks for first, of those that the page is written in. */
export function linkLanguage(accepted: string | undefined): LinkLanguage {
  const wanted = (accepted ?? "")
    .split(",")
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find((one) => one === "ko" || one === "en");
  return wanted === "ko" ? "ko" : "en";
}

const ROLES_EN: Readonly<Record<Role, string>> = {
  owner: "an owner",
  admin: "an administrator",
  analyst: "an analyst",
  "second-reviewer": "a second reviewer",
  auditor: "an auditor",
  developer: "a developer",
};

const ROLES_KO: Readonly<Record<Role, string>> = {
  owner: "소유자",
  admin: "관리자",
  analyst: "분석가",
  "second-reviewer": "2차 검토자",
  auditor: "감사인",
  developer: "개발자",
};

/** Faults that a person can meet on this page, by the code of the fault. */
const REFUSED_KO: Readonly<Record<string, string>> = {
  "password-refused":
    "사용할 수 없는 비밀번호입니다. 흔히 쓰이거나, 규칙적이거나, 이름으로 만든 비밀번호입니다. 서로 관계없는 낱말 여러 개를 쓰십시오.",
  "link-invalid": "이미 사용했거나 만료되었거나 취소된 링크입니다. 새 링크를 요청하십시오.",
};

/** What the page says, in both languages. */
export const LINK_WORDS = {
  en: {
    firstOwner: "Welcome to Sluice. You are its first owner.",
    invitation: (organization: string | null, role: Role | null) =>
      `Join ${organization ?? "the organisation"} as ${role === null ? "a member" : ROLES_EN[role]}`,
    newPassword: "Set a new password",
    name: "Your name",
    email: "Your e-mail address",
    organizationName: "Your organisation",
    password: "Password",
    passwordNote: `At least ${PASSWORD_CHARS_MIN} characters. Several words that do not belong together are good.`,
    for: (email: string) => `For ${email}`,
    create: "Create account",
    set: "Set password",
    closed: "This link does not open",
    refused: (_code: string, message: string) => message,
  },
  ko: {
    firstOwner: "Sluice에 오신 것을 환영합니다. 첫 소유자입니다.",
    invitation: (organization: string | null, role: Role | null) =>
      `${organization ?? "조직"} 가입: ${role === null ? "구성원" : ROLES_KO[role]}`,
    newPassword: "새 비밀번호 설정",
    name: "이름",
    email: "이메일 주소",
    organizationName: "조직 이름",
    password: "비밀번호",
    passwordNote: `${PASSWORD_CHARS_MIN}자 이상. 서로 관계없는 낱말 여러 개가 좋습니다.`,
    for: (email: string) => `대상: ${email}`,
    create: "계정 만들기",
    set: "비밀번호 설정",
    closed: "열 수 없는 링크입니다",
    refused: (code: string, message: string) => REFUSED_KO[code] ?? message,
  },
} as const;

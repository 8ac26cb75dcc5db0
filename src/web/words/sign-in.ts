import type { Words } from "./pair.ts";

/** What is said of signing in. */
export const SIGN_IN_WORDS = {
  "signin.title": ["Sign in", "로그인"],
  "signin.email": ["E-mail address", "이메일 주소"],
  "signin.password": ["Password", "비밀번호"],
  "signin.submit": ["Sign in", "로그인"],
  "signin.code": ["Code of your authenticator", "인증 앱의 코드"],
  "signin.code.failed": ["The code is not right, or too old.", "코드가 틀렸거나 만료되었습니다."],
  "signin.failed": [
    "The address and the password do not belong together.",
    "이메일 주소와 비밀번호가 맞지 않습니다.",
  ],
} as const satisfies Words;

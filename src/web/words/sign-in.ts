import type { Words } from "./pair.ts";

/** What is said of signing in. */
export const SIGN_IN_WORDS = {
  "signin.title": ["Sign in", "로그인"],
  "signin.email": ["E-mail address", "이메일 주소"],
  "signin.password": ["Password", "비밀번호"],
  "signin.submit": ["Sign in", "로그인"],
  "signin.code": ["Code of your authenticator", "인증 앱의 코드"],
  "signin.code.failed": ["The code is not right, or too old.", "코드가 틀렸거나 만료되었습니다."],
  "signin.code.spare": ["One of the codes that you wrote down", "적어 둔 복구 코드"],
  "signin.code.lost": ["I do not have the phone", "휴대전화가 없습니다"],
  "signin.code.app": ["Use the authenticator", "인증 앱 사용"],
  "signin.or": ["or", "또는"],
  "signin.by.provider": ["Sign in with {name}", "{name} 계정으로 로그인"],
  "signin.by.provider.refused": [
    "Your company knows you, and no account here has that address, or it could not be confirmed. Ask somebody of your organisation to invite you.",
    "회사 계정은 확인되었으나 여기에 같은 주소의 계정이 없거나 주소를 확인할 수 없습니다. 조직의 관리자에게 초대를 요청하십시오.",
  ],
  "signin.by.passkey": ["Sign in with a passkey", "패스키로 로그인"],
  "signin.by.passkey.failed": [
    "No passkey of this service was shown. Use another way, or try again.",
    "이 서비스의 패스키가 확인되지 않았습니다. 다른 방법을 쓰거나 다시 시도하십시오.",
  ],
  "signin.password.show": ["Show the password", "비밀번호 표시"],
  "signin.help": [
    "No account? Somebody of your organisation invites you by a link that opens once.",
    "계정이 없으면 조직의 관리자가 보내는 일회용 링크로 가입합니다.",
  ],
  "signin.ended": ["Your session has ended", "세션이 종료되었습니다"],
  "signin.ended.kept": [
    "Sign in again to go on. The page and what you typed are kept.",
    "계속하려면 다시 로그인하십시오. 화면과 작성 내용은 보관됩니다.",
  ],
  "signin.failed": [
    "The address and the password do not belong together.",
    "이메일 주소와 비밀번호가 맞지 않습니다.",
  ],
} as const satisfies Words;

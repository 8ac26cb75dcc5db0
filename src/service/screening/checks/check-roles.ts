import type { Party } from "../../../engine/transaction.ts";

/** The part that a party plays, in the languages of the printed page. */
export const ROLE_WORDS: Readonly<Record<Party["role"], readonly [en: string, ko: string]>> = {
  payer: ["Payer", "지급인"],
  payee: ["Payee", "수취인"],
  "payer-bank": ["Payer's bank", "지급인 은행"],
  "payee-bank": ["Payee's bank", "수취인 은행"],
  intermediary: ["On the way", "중개 은행"],
  supplier: ["Supplier", "공급자"],
  manufacturer: ["Manufacturer", "제조자"],
  carrier: ["Carrier", "운송인"],
  forwarder: ["Forwarder", "운송 주선인"],
  vessel: ["Vessel", "선박"],
  consignee: ["Consignee", "수하인"],
  "end-user": ["End user", "최종 사용자"],
  employer: ["Employer", "고용주"],
  worker: ["Worker", "근로자"],
  applicant: ["Applicant", "신청인"],
  other: ["Other party", "기타 당사자"],
};

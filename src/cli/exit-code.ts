import type { Answer } from "../engine/verdict.ts";
import type { FaultCode } from "../fault.ts";

/** What a command's end means to the script that called it; 64 and above follow BSD's sysexits. */
export const EXIT = {
  clear: 0,
  prohibited: 1,
  refer: 2,
  usage: 64,
  badInput: 65,
  noFile: 66,
  unavailable: 69,
  bug: 70,
  io: 74,
} as const;

/** Each code with what it means, as help and manual print it. */
export const EXIT_WORDS: readonly (readonly [code: number, words: string])[] = [
  [EXIT.clear, "clear or permitted; no hit; nothing to say against it"],
  [EXIT.prohibited, "prohibited; a replay that came out otherwise"],
  [EXIT.refer, "refer: a person must decide; screening found a hit or could not screen a row"],
  [EXIT.usage, "wrong use: an unknown command or flag, a missing argument"],
  [EXIT.badInput, "bad input: a file or value that is not what it should be"],
  [EXIT.noFile, "no such file"],
  [EXIT.unavailable, "unavailable: a publisher, the network, an edition that is not held"],
  [EXIT.bug, "a bug in sluice"],
  [EXIT.io, "reading or writing failed, or the reader of a pipe went away"],
];

const OF_ANSWER: Readonly<Record<Answer, number>> = {
  clear: EXIT.clear,
  permitted: EXIT.clear,
  prohibited: EXIT.prohibited,
  refer: EXIT.refer,
};

const OF_FAULT: Readonly<Record<FaultCode, number>> = {
  "list-unreadable": EXIT.badInput,
  "list-refused": EXIT.badInput,
  "limit-exceeded": EXIT.badInput,
  "snapshot-damaged": EXIT.badInput,
  "edition-unavailable": EXIT.unavailable,
  "fetch-failed": EXIT.unavailable,
  "input-invalid": EXIT.badInput,
  "data-invalid": EXIT.badInput,
  "database-unavailable": EXIT.unavailable,
  "migration-refused": EXIT.badInput,
  "not-found": EXIT.badInput,
  erased: EXIT.badInput,
  conflict: EXIT.badInput,
  "changed-meanwhile": EXIT.badInput,
  "rule-broken": EXIT.badInput,
  "password-refused": EXIT.badInput,
  "link-invalid": EXIT.badInput,
  "credentials-refused": EXIT.badInput,
  forbidden: EXIT.badInput,
  "origin-refused": EXIT.badInput,
  usage: EXIT.usage,
};

/** The exit code of a verdict. */
export function exitOfAnswer(answer: Answer): number {
  return OF_ANSWER[answer];
}

/** The exit code of a fault. */
export function exitOfFault(code: FaultCode): number {
  return OF_FAULT[code];
}

/** The exit code of an error of the operating system, or null where it is none. */
export function exitOfSystemError(code: string): number | null {
  if (code === "ENOENT" || code === "ENOTDIR") return EXIT.noFile;
  return /^E[A-Z0-9]+$/.test(code) ? EXIT.io : null;
}

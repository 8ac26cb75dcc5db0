/** Sentences by key, each in both languages; `{name}` stands for a value. */
export type Words = Readonly<Record<string, readonly [en: string, ko: string]>>;

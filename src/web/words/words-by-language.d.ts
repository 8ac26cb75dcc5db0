declare module "virtual:words-en" {
  const sentences: Readonly<Record<import("./words.ts").WordKey, string>>;
  export default sentences;
}

declare module "virtual:words-ko" {
  const sentences: Readonly<Record<import("./words.ts").WordKey, string>>;
  export default sentences;
}

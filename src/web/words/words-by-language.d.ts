declare module "words:en" {
  const sentences: Readonly<Record<import("./words.ts").WordKey, string>>;
  export default sentences;
}

declare module "words:ko" {
  const sentences: Readonly<Record<import("./words.ts").WordKey, string>>;
  export default sentences;
}

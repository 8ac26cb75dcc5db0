import "@mantine/core/styles.css";
import "@mantine/spotlight/styles.css";
import "pretendard-gov/dist/web/variable/pretendardvariable-gov-dynamic-subset.css";
import "@fontsource-variable/noto-sans-sc/wght.css";
import "@fontsource-variable/noto-sans-arabic/wght.css";
import "./base.css";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { firstLanguage, sentencesIn } from "./words/language.tsx";

const root = document.getElementById("root");
if (root === null) throw new Error("bug: index.html has a root");
const language = firstLanguage();
createRoot(root).render(<App words={{ language, sentences: await sentencesIn(language) }} />);

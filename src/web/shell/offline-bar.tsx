import { IconCloudOff } from "@tabler/icons-react";
import { type ReactNode, useSyncExternalStore } from "react";
import { useLanguage } from "../words/language.tsx";
import style from "./shell.module.css";

function onChange(tell: () => void): () => void {
  window.addEventListener("online", tell);
  window.addEventListener("offline", tell);
  return () => {
    window.removeEventListener("online", tell);
    window.removeEventListener("offline", tell);
  };
}

/** Says in one line that there is no network, and that what was typed stays; nothing where there is one. */
export function OfflineBar(): ReactNode {
  const { t } = useLanguage();
  const isOnline = useSyncExternalStore(onChange, () => navigator.onLine);
  return (
    <div role="status" className={style.offline} hidden={isOnline}>
      {isOnline ? null : (
        <>
          <IconCloudOff size={18} aria-hidden />
          {t("top.offline")}
        </>
      )}
    </div>
  );
}

import { useTranslations } from "next-intl";

const keys = {
  search: "Ctrl K / ⌘ K",
  help: "?",
  submit: "Ctrl Enter",
  next: "Alt ↓",
  records: "J / K / Esc",
  present: "P / Esc",
  approve: "A",
  sendBack: "R",
} as const;

/** Every key that the exchange listens to, and what it does. */
export function KeyList() {
  const t = useTranslations("nav.keys");
  return (
    <dl className="hairline-list border-y border-line">
      {Object.entries(keys).map(([name, key]) => (
        <div key={name} className="flex gap-4 py-2">
          <dt className="w-28 shrink-0">
            <kbd className="rounded-sm border border-edge px-1.5 font-sans text-sm">{key}</kbd>
          </dt>
          <dd>{t(name as keyof typeof keys)}</dd>
        </div>
      ))}
    </dl>
  );
}

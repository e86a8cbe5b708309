import { cn, ProgressBar } from "@lilink/ui";
import { CircleCheck, CircleDashed, CircleDot } from "lucide-react";
import { useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import type { Start } from "../queries.ts";

type Step = {
  readonly key: "account" | "body" | "verified" | "draft" | "submit";
  readonly done: boolean;
  readonly href?: string;
};

/** What a new organization does first, with how far it is; gone once all of it is done. */
export function FirstSteps({ start }: { readonly start: Start }) {
  const t = useTranslations("desk.start");
  const steps: readonly Step[] = [
    { key: "account", done: true },
    { key: "body", done: start.organization !== null, href: "/organizations" },
    {
      key: "verified",
      done: start.verified,
      ...(start.organization ? { href: `/organizations/${start.organization}` } : {}),
    },
    { key: "draft", done: start.drafted, href: "/postings/new" },
    {
      key: "submit",
      done: start.submitted,
      ...(start.draft ? { href: `/postings/${start.draft}/edit` } : {}),
    },
  ];
  const done = steps.filter((step) => step.done).length;
  if (done === steps.length) return null;
  const isOpen = (step: Step) =>
    !step.done && step.href !== undefined && (step.key !== "draft" || start.organization !== null);
  const now = steps.find(isOpen);
  return (
    <section aria-labelledby="first-steps" className="mb-8 rounded-md border border-line p-4">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="first-steps" className="text-lg">
          {t("title")}
        </h2>
        <p className="text-sm text-muted">{t("count", { done, all: steps.length })}</p>
      </div>
      <ProgressBar
        label={t("title")}
        value={done / steps.length}
        showText={false}
        valueText={t("count", { done, all: steps.length })}
      />
      <ol className="mt-3 grid gap-x-6 gap-y-1 sm:grid-cols-2 lg:grid-cols-3">
        {steps.map((step) => {
          const Icon = step.done ? CircleCheck : step === now ? CircleDot : CircleDashed;
          return (
            <li key={step.key} className="flex items-start gap-2 py-1">
              <Icon
                aria-hidden
                className={cn(
                  "mt-1 size-4 shrink-0",
                  step.done ? "text-success" : step === now ? "text-ink" : "text-muted",
                )}
              />
              <span className="min-w-0">
                <span className={cn(step.done && "text-muted", step === now && "font-medium")}>
                  {t(step.key)}
                </span>
                {step.done ? <span className="sr-only"> ({t("done")})</span> : null}
                {step.key === "verified" && !step.done && start.organization ? (
                  <span className="block text-sm text-muted">{t("verifiedWait")}</span>
                ) : null}
                {isOpen(step) && step.href && step.key !== "account" ? (
                  <span className="block text-sm">
                    <TextLink href={step.href}>{t(`${step.key}Act`)}</TextLink>
                  </span>
                ) : null}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

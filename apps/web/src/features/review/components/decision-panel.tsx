"use client";

import { type ReviewCriterion, reviewCriteria } from "@lilink/model/posting";
import { Button, Checkbox, ErrorSummary, Field, FieldError, TextArea, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { toErrorMessage } from "#lib/error-message.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { useDecisionKeys } from "./use-decision-keys.ts";

/** The criteria one by one, and one key for each of the two answers. */
export function DecisionPanel({ publicId, title }: { readonly publicId: string; readonly title: string }) {
  const t = useTranslations("review");
  const common = useTranslations("common");
  const [failed, setFailed] = useState<readonly ReviewCriterion[]>([]);
  const [reason, setReason] = useState("");
  const first = useRef<HTMLFieldSetElement>(null);
  const { decide, pending, errors, attempt } = useDecide();
  const approve = () =>
    decide((client) => client.posting.publish.mutate({ publicId }), t("decide.approved", { title }));
  useDecisionKeys({
    approve: () => {
      if (!pending) void approve();
    },
    sendBack: () => first.current?.querySelector("input")?.focus(),
  });
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text;

  return (
    <section
      aria-labelledby="decide"
      className="flex flex-col gap-4 self-start border-t border-line pt-4 xl:sticky xl:top-20 xl:border-t-0 xl:border-l xl:pt-0 xl:pl-6"
    >
      <div>
        <h2 id="decide" className="text-lg">
          {t("decide.title")}
        </h2>
        <p className="text-sm text-muted">{t("decide.keys")}</p>
      </div>
      <ErrorSummary
        title={common("form.errorTitle", { count: errors.length })}
        errors={errors.map(({ field, text }) => (field ? { fieldId: `review-${field}`, text } : { text }))}
        attempt={attempt}
      />
      <Button
        variant="accent"
        aria-keyshortcuts="a"
        className="self-start"
        pending={pending}
        onClick={approve}
      >
        {t("decide.approve")}
        <Key>A</Key>
      </Button>
      <fieldset ref={first} className="flex flex-col">
        <legend className="mb-1 font-medium">{t("decide.failed")}</legend>
        <p className="mb-1 text-sm text-muted">{t("decide.checklist")}</p>
        {errorOf("criteria") ? (
          <FieldError id="review-criteria-error">{errorOf("criteria")}</FieldError>
        ) : null}
        {reviewCriteria.map((criterion, index) => (
          <Checkbox
            key={criterion}
            id={index === 0 ? "review-criteria" : `review-criteria-${criterion}`}
            label={t(`criteria.${criterion}`)}
            checked={failed.includes(criterion)}
            onChange={(event) =>
              setFailed(
                event.target.checked ? [...failed, criterion] : failed.filter((one) => one !== criterion),
              )
            }
          />
        ))}
      </fieldset>
      <Field
        id="review-reason"
        label={t("decide.reason")}
        help={t("decide.reasonHelp")}
        error={errorOf("reason")}
      >
        {(aria) => (
          <TextArea
            {...aria}
            rows={4}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <Button
        className="self-start"
        aria-keyshortcuts="r"
        pending={pending}
        onClick={() =>
          decide(
            (client) => client.posting.return.mutate({ publicId, criteria: [...failed], reason }),
            t("decide.returned", { title }),
          )
        }
      >
        {t("decide.confirmReturn")}
        <Key>R</Key>
      </Button>
    </section>
  );
}

function Key({ children }: { readonly children: string }) {
  return (
    <kbd aria-hidden className="ml-1 rounded-sm border border-current px-1 text-xs opacity-70">
      {children}
    </kbd>
  );
}

type PanelError = { readonly field: string | null; readonly text: string };

function useDecide() {
  const t = useTranslations("review.decide");
  const words = useTranslations("error");
  const router = useRouter();
  const client = useTRPCClient();
  const [pending, setPending] = useState(false);
  const [errors, setErrors] = useState<readonly PanelError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const decide = async (run: (api: typeof client) => Promise<unknown>, done: string) => {
    setPending(true);
    setAttempt((count) => count + 1);
    try {
      await run(client);
      setErrors([]);
      toast({ title: done, tone: "success" });
      router.push("/review");
      router.refresh();
    } catch (error) {
      const { text, fields } = toErrorMessage(error, { criteria: t("failed"), reason: t("reason") }, words);
      setErrors(fields.length > 0 ? fields : [{ field: null, text }]);
      setPending(false);
    }
  };
  return { decide, pending, errors, attempt };
}

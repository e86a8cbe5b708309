"use client";

import { Button, ErrorSummary, Field, TextInput, toast } from "@lilink/ui";
import { type PublicKeyCredentialRequestOptionsJSON, startAuthentication } from "@simplewebauthn/browser";
import { useTranslations } from "next-intl";
import { startTransition, useActionState } from "react";
import { type SignInState, signInWithFactor } from "../actions.ts";

export type FactorFormProps = {
  readonly next: string;
  readonly totp: boolean;
  readonly passkey: PublicKeyCredentialRequestOptionsJSON | null;
};

/** The second half of signing in: a passkey, six digits, or a recovery code. */
export function FactorForm({ next, totp, passkey }: FactorFormProps) {
  const t = useTranslations("auth.factor");
  const form = useTranslations("common.form");
  const rule = useTranslations("error.rule");
  const start: SignInState = { email: "", fault: null, attempt: 0 };
  const [state, action, pending] = useActionState(signInWithFactor, start);
  const missing = state.fault === "required" ? rule("required", { field: t("code") }) : undefined;
  const refused = state.fault === "refused" ? t("failed") : undefined;
  const errors = [
    ...(state.fault === "wait" ? [{ text: t("wait", { seconds: state.seconds ?? 60 }) }] : []),
    ...(missing || refused ? [{ text: missing ?? refused ?? "", fieldId: "code" }] : []),
  ];
  const sign = async (options: PublicKeyCredentialRequestOptionsJSON) => {
    try {
      const answer = await startAuthentication({ optionsJSON: options });
      const filled = new FormData();
      filled.set("next", next);
      filled.set("passkey", JSON.stringify(answer));
      startTransition(() => action(filled));
    } catch {
      toast({ title: t("passkeyFailed"), tone: "danger" });
    }
  };
  return (
    <form action={action} noValidate className="flex flex-col gap-5">
      <ErrorSummary
        title={form("errorTitle", { count: errors.length })}
        errors={errors}
        attempt={state.attempt}
      />
      <input type="hidden" name="next" value={next} />
      {passkey ? (
        <Button variant="accent" disabled={pending} className="self-start" onClick={() => void sign(passkey)}>
          {t("withPasskey")}
        </Button>
      ) : null}
      <Field
        id="code"
        label={totp ? t("code") : t("recoveryCode")}
        help={totp ? t("codeHelp") : t("recoveryHelp")}
        error={missing ?? refused}
      >
        {(aria) => (
          <TextInput
            {...aria}
            name="code"
            autoComplete="one-time-code"
            spellCheck={false}
            className="font-mono"
          />
        )}
      </Field>
      <Button type="submit" disabled={pending} className="self-start">
        {t("submit")}
      </Button>
    </form>
  );
}

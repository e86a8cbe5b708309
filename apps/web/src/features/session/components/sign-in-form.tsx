"use client";

import { Button, ErrorSummary, Field, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { type SignInState, signInWithPassword } from "../actions.ts";

export function SignInForm({ next }: { readonly next: string }) {
  const t = useTranslations("auth");
  const form = useTranslations("common.form");
  const rule = useTranslations("error.rule");
  const start: SignInState = { email: "", fault: null, attempt: 0 };
  const [state, action, pending] = useActionState(signInWithPassword, start);
  const missing = state.fault === "required";
  const noEmail =
    missing && state.email.trim() === "" ? rule("required", { field: t("field.email") }) : undefined;
  const noPassword = missing && !noEmail ? rule("required", { field: t("field.password") }) : undefined;
  const errors = [
    ...(state.fault === "refused" ? [{ text: t("signIn.failed"), fieldId: "email" }] : []),
    ...(state.fault === "wait" ? [{ text: t("signIn.wait", { seconds: state.seconds ?? 60 }) }] : []),
    ...(noEmail ? [{ text: noEmail, fieldId: "email" }] : []),
    ...(noPassword ? [{ text: noPassword, fieldId: "password" }] : []),
  ];
  return (
    <form action={action} noValidate className="flex flex-col gap-5">
      <ErrorSummary
        title={form("errorTitle", { count: errors.length })}
        errors={errors}
        attempt={state.attempt}
      />
      <input type="hidden" name="next" value={next} />
      <Field id="email" label={t("field.email")} error={noEmail}>
        {(aria) => (
          <TextInput {...aria} name="email" type="email" autoComplete="username" defaultValue={state.email} />
        )}
      </Field>
      <Field id="password" label={t("field.password")} error={noPassword}>
        {(aria) => <TextInput {...aria} name="password" type="password" autoComplete="current-password" />}
      </Field>
      <Button type="submit" variant="accent" disabled={pending} className="self-start">
        {t("signIn.submit")}
      </Button>
    </form>
  );
}

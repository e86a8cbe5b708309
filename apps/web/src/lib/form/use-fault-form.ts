"use client";

import { toFaults } from "@lilink/contract";
import type { SummaryError } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useCallback, useId } from "react";
import {
  type DefaultValues,
  type FieldError,
  type FieldErrors,
  type FieldValues,
  get,
  type Path,
  type PathValue,
  type Resolver,
  set,
  useForm,
} from "react-hook-form";
import type { z } from "zod";
import { type FieldLabels, toErrorMessage, toFieldMessage } from "../error-message.ts";
import { inOrder } from "./in-order.ts";
import { readTyped, useHydrating } from "./typed-early.ts";

export type FaultFormOptions<S extends z.ZodType<FieldValues, FieldValues>> = {
  /** The verb's own input schema from @lilink/contract. */
  readonly schema: S;
  readonly defaultValues: DefaultValues<z.input<S>>;
  /** In the order of the page: the summary follows it. */
  readonly labels: FieldLabels;
};

function flatten(errors: FieldErrors, prefix = ""): { field: string; text: string }[] {
  return Object.entries(errors).flatMap(([name, error]) => {
    const field = prefix ? `${prefix}.${name}` : name;
    if (!error || field.startsWith("root")) return [];
    const own = (error as FieldError).message;
    return typeof own === "string" && own !== ""
      ? [{ field, text: own }]
      : flatten(error as FieldErrors, field);
  });
}

/**
 * react-hook-form with the product's errors: the schema's faults and the server's faults become the same words, at the
 * field and in the summary.
 */
export function useFaultForm<S extends z.ZodType<FieldValues, FieldValues>>(options: FaultFormOptions<S>) {
  type Input = z.input<S>;
  const { schema, defaultValues, labels } = options;
  const t = useTranslations("error");
  const prefix = useId();

  const resolver: Resolver<Input, unknown, z.output<S>> = async (values) => {
    const parsed = schema.safeParse(values);
    if (parsed.success) return { values: parsed.data, errors: {} };
    const errors: FieldErrors<Input> = {};
    for (const fault of toFaults(parsed.error)) {
      if (get(errors, fault.field)) continue;
      set(errors, fault.field, { type: fault.rule, message: toFieldMessage(fault, labels, t).text });
    }
    return { values: {}, errors };
  };
  const form = useForm<Input, unknown, z.output<S>>({
    resolver,
    defaultValues,
    mode: "onSubmit",
    reValidateMode: "onChange",
    shouldFocusError: false,
  });

  // A control would be set back to its default when the page wakes: what was typed until then becomes the form's.
  const hydrating = useHydrating();
  const register: typeof form.register = (name, rules) => {
    const registered = form.register(name, rules);
    if (!hydrating) return registered;
    return {
      ...registered,
      ref: (control) => {
        const typed = readTyped(control);
        if (typed !== undefined) form.setValue(name, typed as PathValue<Input, typeof name>);
        registered.ref(control);
      },
    };
  };

  /** Puts what a call threw at its fields, or above the form. */
  const fail = (error: unknown) => {
    const message = toErrorMessage(error, labels, t);
    for (const { field, rule, text } of message.fields)
      form.setError(field as Path<Input>, { type: rule, message: text });
    if (message.fields.length === 0) form.setError("root", { type: "server", message: message.text });
  };

  const idOf = useCallback((field: string) => `${prefix}-${field.replaceAll(".", "-")}`, [prefix]);
  const { errors } = form.formState;
  const summary: SummaryError[] = [
    ...(errors.root?.message ? [{ text: errors.root.message }] : []),
    ...inOrder(flatten(errors), labels).map(({ field, text }) => ({ fieldId: idOf(field), text })),
  ];
  return {
    ...form,
    register,
    /** The id of a field's control, as the summary links to it. */
    idOf,
    errorOf: (field: Path<Input>): string | undefined => {
      const error: unknown = get(errors, field);
      return error && typeof error === "object" && "message" in error && typeof error.message === "string"
        ? error.message
        : undefined;
    },
    summary,
    attempt: form.formState.submitCount,
    pending: form.formState.isSubmitting,
    fail,
    /** For `<form onSubmit>`: checks, runs, and shows what the run threw. */
    submit: (run: (values: z.output<S>) => Promise<void>) =>
      form.handleSubmit(async (values) => {
        try {
          await run(values);
        } catch (error) {
          fail(error);
        }
      }),
  };
}

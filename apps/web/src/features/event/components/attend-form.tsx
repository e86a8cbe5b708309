"use client";

import { type EventLanguage, eventLanguages } from "@lilink/contract";
import { formatDate } from "@lilink/i18n";
import {
  Button,
  Checkbox,
  type ComboboxOption,
  ErrorSummary,
  Field,
  type SummaryError,
  Tag,
  TextInput,
} from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useId, useState } from "react";
import { StateForm } from "#components/state-form.tsx";
import { WordCombobox } from "#components/word-combobox.tsx";
import { forgetCopy, keepCopy, readCopy } from "#lib/form/local-copy.ts";
import { useAct } from "#lib/form/use-act.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { EventView } from "../queries.ts";
import { toHours } from "../view.ts";

type Person = {
  readonly name: string;
  readonly topics: readonly string[];
  readonly languages: readonly EventLanguage[];
  readonly slots: readonly number[] | null;
};
type Typed = { readonly most: number; readonly people: readonly Person[] };

export type AttendFormProps = {
  readonly id: string;
  readonly own: EventView["own"];
  readonly slots: EventView["slots"];
  readonly mostMeetings: number;
  readonly concepts: readonly ComboboxOption[];
};

const nobody: Person = { name: "", topics: [], languages: ["zh"], slots: null };

/** Who comes, on what, in which languages and when. What is typed stays on this device until it is sent. [EV2] */
export function AttendForm({ id, own, slots, mostMeetings, concepts }: AttendFormProps) {
  const t = useTranslations("event.attend");
  const client = useTRPCClient();
  const router = useRouter();
  const first: Typed = own
    ? { most: own.most, people: own.delegates as readonly Person[] }
    : { most: Math.min(8, mostMeetings), people: [nobody] };
  const [typed, setTyped] = useState<Typed>(first);
  const copyKey = `event:${id}`;
  useEffect(() => {
    const kept = readCopy<Typed>(copyKey);
    if (kept) setTyped(kept.values);
  }, [copyKey]);
  const labels: Record<string, string> = { most: t("most") };
  for (const [at] of typed.people.entries())
    for (const field of ["name", "topics", "languages", "slots"] as const)
      labels[`delegates.${at}.${field}`] = `${t("person", { number: at + 1 })} · ${t(field)}`;
  const { pending, failures, act } = useAct(labels);
  const change = (next: Typed) => {
    setTyped(next);
    keepCopy(copyKey, next, Date.now());
  };
  const setPerson = (at: number, part: Partial<Person>) =>
    change({ ...typed, people: typed.people.with(at, { ...(typed.people[at] as Person), ...part }) });
  const send = async () => {
    const delegates = typed.people.map(({ slots: present, topics, languages, ...person }) => ({
      ...person,
      topics: [...topics],
      languages: [...languages],
      ...(present ? { slots: [...present] } : {}),
    }));
    if (
      !(await act(
        () => client.event.attend.mutate({ publicId: id, most: typed.most, delegates }),
        t("saved"),
      ))
    )
      return;
    forgetCopy(copyKey);
    router.push(`/events/${id}/interest`);
  };
  const errors = Object.entries(failures).map(([field, message]) => ({
    fieldId: fieldId(id, field),
    text: message,
  }));
  return (
    <StateForm className="flex max-w-2xl flex-col gap-8" onSend={() => void send()}>
      <Summary errors={errors} />
      <Field id={fieldId(id, "most")} label={t("most")} help={t("mostHelp")} error={failures.most} required>
        {(aria) => (
          <TextInput
            {...aria}
            type="number"
            inputMode="numeric"
            className="max-w-24"
            min={1}
            max={mostMeetings}
            value={typed.most}
            onChange={(event) => change({ ...typed, most: Number(event.target.value) })}
          />
        )}
      </Field>
      {typed.people.map((person, at) => (
        <PersonFields
          key={at}
          at={at}
          id={id}
          person={person}
          slots={slots}
          concepts={concepts}
          failures={failures}
          onChange={(part) => setPerson(at, part)}
          onRemove={
            typed.people.length > 1
              ? () => change({ ...typed, people: typed.people.filter((_, other) => other !== at) })
              : null
          }
        />
      ))}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="accent" pending={pending}>
          {own && own.state !== "withdrawn" ? t("update") : t("save")}
        </Button>
        {typed.people.length < 10 ? (
          <Button onClick={() => change({ ...typed, people: [...typed.people, nobody] })}>{t("add")}</Button>
        ) : null}
      </div>
    </StateForm>
  );
}

const fieldId = (id: string, field: string) => `${id}-${field.replaceAll(".", "-")}`;

function Summary({ errors }: { readonly errors: readonly SummaryError[] }) {
  const t = useTranslations("common.form");
  return errors.length > 0 ? (
    <ErrorSummary title={t("errorTitle", { count: errors.length })} errors={errors} />
  ) : null;
}

type PersonProps = {
  readonly at: number;
  readonly id: string;
  readonly person: Person;
  readonly slots: EventView["slots"];
  readonly concepts: readonly ComboboxOption[];
  readonly failures: Readonly<Record<string, string>>;
  readonly onChange: (part: Partial<Person>) => void;
  readonly onRemove: (() => void) | null;
};

function PersonFields({ at, id, person, slots, concepts, failures, onChange, onRemove }: PersonProps) {
  const t = useTranslations("event.attend");
  const names = useTranslations("event.language");
  const of = (field: string) => fieldId(id, `delegates.${at}.${field}`);
  const fault = (field: string) => failures[`delegates.${at}.${field}`];
  const labelOf = (topic: string) => concepts.find(({ value }) => value === topic)?.label ?? topic;
  const toggle = <T,>(all: readonly T[], one: T) =>
    all.includes(one) ? all.filter((other) => other !== one) : [...all, one];
  return (
    <fieldset className="flex flex-col gap-4 border-l-2 border-line pl-4">
      <legend className="float-left mb-2 w-full font-semibold">{t("person", { number: at + 1 })}</legend>
      <Field id={of("name")} label={t("name")} error={fault("name")} required>
        {(aria) => (
          <TextInput
            {...aria}
            className="max-w-80"
            autoComplete="off"
            value={person.name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        )}
      </Field>
      <Field id={of("topics")} label={t("topics")} error={fault("topics")}>
        {(aria) => (
          <div className="flex flex-wrap items-center gap-2">
            {person.topics.map((topic) => (
              <Tag
                key={topic}
                removeLabel={`${t("remove")} ${labelOf(topic)}`}
                onRemove={() => onChange({ topics: person.topics.filter((other) => other !== topic) })}
              >
                {labelOf(topic)}
              </Tag>
            ))}
            <WordCombobox
              {...aria}
              className="w-64"
              options={concepts}
              text={{ placeholder: t("topicSearch"), search: t("topicSearch"), empty: t("topicNone") }}
              value={null}
              onChange={(topic) =>
                topic && !person.topics.includes(topic) && onChange({ topics: [...person.topics, topic] })
              }
            />
          </div>
        )}
      </Field>
      <fieldset>
        <legend className="font-medium">{t("languages")}</legend>
        <div className="flex flex-wrap gap-x-6">
          {eventLanguages.map((language) => (
            <Checkbox
              key={language}
              id={language === "zh" ? of("languages") : `${of("languages")}-${language}`}
              label={names(language)}
              checked={person.languages.includes(language)}
              onChange={() => onChange({ languages: toggle(person.languages, language) })}
            />
          ))}
        </div>
        {fault("languages") ? <p className="text-danger">{fault("languages")}</p> : null}
      </fieldset>
      <Presence of={of("slots")} person={person} slots={slots} error={fault("slots")} onChange={onChange} />
      {onRemove ? (
        <Button size="sm" className="self-start" onClick={onRemove}>
          {t("remove")}
        </Button>
      ) : null}
    </fieldset>
  );
}

type PresenceProps = Pick<PersonProps, "person" | "slots" | "onChange"> & {
  readonly of: string;
  readonly error: string | undefined;
};

function Presence({ of, person, slots, error, onChange }: PresenceProps) {
  const t = useTranslations("event.attend");
  const locale = useLocale();
  const all = slots.map((_, slot) => slot);
  const group = useId();
  const days = [...new Set(slots.map(({ day }) => day))];
  const present = person.slots ?? all;
  return (
    <fieldset>
      <legend className="font-medium">{t("slots")}</legend>
      <Checkbox
        id={of}
        label={t("all")}
        checked={person.slots === null}
        onChange={() => onChange({ slots: person.slots === null ? all : null })}
      />
      {error ? <p className="text-danger">{error}</p> : null}
      {person.slots === null
        ? null
        : days.map((day) => (
            <div key={day} className="mt-1">
              {days.length > 1 ? <p className="text-sm text-muted">{formatDate(day, locale)}</p> : null}
              <div className="flex flex-wrap gap-1.5">
                {slots.map((slot, at) =>
                  slot.day === day ? (
                    <button
                      key={`${group}-${slot.day}-${slot.from}`}
                      type="button"
                      aria-pressed={present.includes(at)}
                      className="min-h-9 rounded-md border border-line px-2 text-sm tabular-nums aria-pressed:border-accent aria-pressed:bg-accent-wash"
                      onClick={() =>
                        onChange({
                          slots: present.includes(at)
                            ? present.filter((other) => other !== at)
                            : [...present, at].toSorted((a, b) => a - b),
                        })
                      }
                    >
                      {toHours(slot)}
                    </button>
                  ) : null,
                )}
              </div>
            </div>
          ))}
    </fieldset>
  );
}

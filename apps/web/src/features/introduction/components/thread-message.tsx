import { formatDate } from "@lilink/i18n";
import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { OwnWords } from "#components/own-words.tsx";
import { MessageGloss } from "./message-gloss.tsx";

export type ThreadMessageProps = {
  readonly name: string;
  /** Which side wrote it. */
  readonly who: string;
  readonly at: Date;
  readonly body: string;
  readonly files: readonly { readonly publicId: string; readonly name: string }[];
  /** What was done with it, beside the name. */
  readonly did?: ReactNode;
};

/** One message of a thread: who, when, the words as written, their terms, and the files. */
export function ThreadMessage({ name, who, at, body, files, did }: ThreadMessageProps) {
  const locale = useLocale();
  return (
    <li className="py-3">
      <p className="mb-1 flex flex-wrap items-baseline gap-x-3 text-sm text-muted">
        <span className="font-medium text-ink">
          <OwnWords>{name}</OwnWords>
        </span>
        <span>{who}</span>
        {did}
        <time dateTime={at.toISOString()} className="tabular-nums">
          {formatDate(at, locale, "time")}
        </time>
      </p>
      {body ? (
        <p className="prose-measure whitespace-pre-wrap break-words">
          <OwnWords>{body}</OwnWords>
        </p>
      ) : null}
      <MessageGloss text={body} />
      {files.length > 0 ? (
        <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {files.map((file) => (
            <li key={file.publicId}>
              <a href={`/api/files/${file.publicId}`} className="text-link" download>
                {file.name}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

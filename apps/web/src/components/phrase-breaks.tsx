import { Fragment } from "react";

const words = new Intl.Segmenter("zh", { granularity: "word" });

/** A Chinese heading that breaks between words and never within one; other text stays as it is. */
export function PhraseBreaks({ children }: { readonly children: string }) {
  if (!/\p{Script=Han}/u.test(children)) return children;
  return (
    <span className="break-keep">
      {[...words.segment(children)].map(({ segment, index, isWordLike }) => (
        <Fragment key={index}>
          {index > 0 && isWordLike ? <wbr /> : null}
          {segment}
        </Fragment>
      ))}
    </span>
  );
}

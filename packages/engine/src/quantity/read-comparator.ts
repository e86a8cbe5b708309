import type { Comparator, Quantity } from "./quantity.ts";

/**
 * The comparator of a number; `end` is where words after it stop. `better`: "or better". `reversed`: the sign stands
 * between the number and what it limits (8 ≤ D50). `far`: a limit is spoken of, but not right before the number.
 */
export type ReadComparator = {
  readonly op: Comparator | null;
  readonly start: number;
  readonly end: number;
  readonly better?: true;
  readonly reversed?: true;
  readonly far?: true;
};

const not = "(?:不(?:得|能|应|宜|可|会|许|要|允许|准|再)?|别|勿|莫|从未|未曾?|没有?|禁止|严禁|避免)";
// not be above, shall never go below, cannot exceed
const never =
  "\\b(?:without (?:adding|going|exceeding|using|costing|losing|giving|paying|taking)|not|no|never|nor|neither|cannot|(?:do|does|must|ca|sha|wo|should|may)n['’]t) (?:(?:to|be|have|ever|go|fall|drop|rise|come|get|lie|stand|any|much) ){0,3}";
const lower =
  `${not}(?:低于|少于|小于|短于|薄于|弱于|亚于|差于)|至少|最低|最小(?=\\s?$)|最少(?:订购|采购)?|起码|保底|能上(?!门|班|线)|(?<!检测|检出|探测|定量)下限|(?:lower limit|floor(?:ed)?(?: price)?)(?: of| at| is)?|大于等于|大于或等于|高于或等于|(?<!${not})(?:大于|高于|多于|超过|超|逾(?!期)|站上|高过|长于|突破)|优于|≥|>=|=>|>|⩾|≧|≮|` +
  `at (?:the very )?least|${never}(?:(?:less|lower|fewer|smaller|shorter|thinner|narrower|lighter|worse|poorer) than|below|under|beneath)|(?:a )?minimum(?: of)?|(?<!(?:%|pp[mb]) ?)min\\.?|n\\.? ?l\\.? ?t\\.?|in excess of|upwards? of|tops|surpass(?:es|ed|ing)?|starting (?:at|from)|(?<=\\b(?:handl|process|cop|coat|slit|accept|detect|measur|resolv|capable)[a-z]*\\b[^.;,\\d]{0,40})down to|(?:greater|more|higher|larger) than or equal to|(?<!${never})(?:(?:more|greater|higher|larger|longer|better|thicker|wider|heavier) than|above|over|beyond|exceed(?:s|ed|ing)?)|from`;
const upper =
  `${not}(?:高于|超过|超出|大于|多于|长于|厚于|超|逾|突破)|未超过|跌破|不(?:得|应|可)?(?:晚|迟)于|不到|不足|至多|最多|封顶|最高|最大|上限|(?:upper limit|ceiling|cap)(?: of| at| is)?|小于等于|小于或等于|低于或等于|(?<!${not})(?:小于|低于|少于|短于|薄于)|控制在|(?<=^[A-Za-z\\d()+\\p{Script=Han} ]*)以内(?=\\s?$)|≤|<=|=<|<|⩽|≦|≯|` +
  `at (?:the very )?most|${never}(?:(?:more|greater|higher|larger|longer|later|thicker|wider|heavier|older|hotter|bigger|coarser) than|above|over|beyond|exceed(?:ed|ing)?)|(?:a )?maximum(?: of)?|(?<!(?:%|pp[mb]) ?)max\\.?|n\\.? ?m\\.? ?t\\.?|(?:less|lower|smaller) than or equal to|(?<!${never})(?:(?:less|fewer|lower|smaller|shorter|thinner|narrower|lighter) than|below|under(?! (?:nitrogen|argon|vacuum|inert|dry|protective)\\b)|beneath)|up to|within|limited to|capped at|(?:caps|limits) (?:[A-Za-z]+ ){1,4}(?:at|to)|a cap of|a ceiling of`;
const around =
  "(?:somewhere )?(?:in|on|of) the (?:region|order|neighbou?rhood|vicinity) of|差不多|估计|约为?|大约|大概|大致|约|近|接近|逼近|将近|≈|~|close to|closer to|nearer(?: to)?|about|abt\\.?|approx(?:imately|\\.)?|around|roughly|nearly|some|circa|ca\\.?|c\\.|typically";
const perOf =
  "每(?:吨(?:产品|[\\p{Script=Han}]{1,3}锂)?|公斤|千克|克|千瓦时|度|平方米|平米|年|月|天|日|小时|个月)";
const link = `(?:为|是|在|达到?|到|于|应|须|需|要求?|有|约|总[量数额价]|全部|额定|标称|${perOf}|[:：]|\\s|of|is|be|are|=|a|an|the|about|人民币|RMB|CNY|USD|US\\$|\\$|total|combined|average|annual|monthly)*`;
// 不低于额定容量的95%: what the share is taken of stands between.
const ofWhole = `(?:[\\p{Script=Han}A-Za-z]{2,14}(?:的|后|之日起|日起)|货值|货款|合同(?:总?[额价])|总(?:投[资入]|货[值款])|标称(?:容量|值)|额定(?:容量|值)|初始(?:容量|值)|设计值)?${link}`;
const limitWord =
  "(?:最低|最小|最少)(?!起订|订|工作|使用|温|气温)[\\p{Script=Han}]{1,6}(?:[:为是])?|(?:minimum|min\\.?) (?!order|lot|working|operating|lead|one|two|three|four|five|six|ten)(?:[A-Za-z-]+ ){1,3}(?:content |level )?(?:of |is |: ?)?";
const capWord =
  "(?:(?:最高|最大)(?!可|产|年|处|气温)[\\p{Script=Han}]{1,6}|[至最]多(?!的|可|产|年|处)[\\p{Script=Han}]{1,9})(?:[:为是])?|(?:maximum|max\\.?) (?!capacity|output|one|two|three|four|five|six|ten)(?:[A-Za-z-]+ ){1,3}(?:content |level )?(?:of |is |: ?)?";

const before: readonly (readonly [Comparator, RegExp])[] = [
  [">=", new RegExp(`(?:${lower})${ofWhole}$`, "iu")],
  ["<=", new RegExp(`(?:${upper})${ofWhole}$`, "iu")],
  ["about", new RegExp(`(?:${around})${link}$`, "iu")],
  [">=", new RegExp(`(?:${limitWord})\\s*$`, "iu")],
  ["<=", new RegExp(`(?:${capWord})\\s*$`, "iu")],
];
const few = "(?: [A-Za-z][A-Za-z0-9·()/-]*){0,3}? ";
// 15 kW with a strength of at least 350 MPa: what a number follows is that number's own.
const ownNumber = "(?! ?(?:of )?(?:[\\d<>≥≤~]|(?:USD|CNY|RMB|US\\$|[$¥]) ?\\d))";
const after: readonly (readonly [Comparator, RegExp])[] = [
  [
    "<=",
    new RegExp(
      `^ ?(?:及其?以下|(?:或|或者)(?:以下|更低|更少|更小|更短)|以下|以内|之内|之下|内(?![蒙涂部衬外径阻芯胆控容存测置膜层含])|为上限|封顶|(?:at the )?latest(?! (?:by|on|in|at)\\b)(?![a-z])|or (?:less|below|lower|fewer|under|smaller|shorter|finer|thinner|drier|dryer|colder|cheaper|lighter)|at (?:the )?most${ownNumber}|max(?:imum|\\.|(?!\\.))(?![a-z])${ownNumber}|max\\.(?= \\d[\\d.,]* ?(?:t|kg|mt|tons?|tonnes?)\\b)|tops\\b)|^${few}(?:or (?:less|below|lower|fewer)|at (?:the )?most|tops\\b${ownNumber}|maximum|max(?:\\.|(?!\\.)))(?![a-z])${ownNumber}`,
      "iu",
    ),
  ],
  [
    ">=",
    new RegExp(
      `^ ?(?:及其?以上|(?:或|或者)(?:以上|更高|更多|更大|更长)|以上|之上|[往朝]上|起(?!订量|批量|[草伏初始])|为下限|打底|or (?:more|above|higher|over|greater|longer|larger|thicker|wider|up)(?! (?:than|to)\\b)|up(?= ?(?:[,.;]|$))|at (?:the )?least${ownNumber}|min(?:imum|\\.|(?!\\.))(?![a-z])${ownNumber}|min\\.(?= \\d[\\d.,]* ?(?:t|kg|mt|tons?|tonnes?)\\b)|and (?:above|up(?! to)|over|more|higher)(?! than)${ownNumber}|upwards|plus\\b(?! ?[A-Za-z\\p{Script=Han}])|(?<! )\\+(?![/\\d\\p{Script=Han}A-Za-z]))|^${few}(?:or (?:more|above|higher)|at (?:the )?least|minimum|min(?:\\.|(?!\\.)))(?![a-z])${ownNumber}`,
      "iu",
    ),
  ],
  ["about", /^ ?(?:左右|上下|前后|附近|级(?!数|联)|or so|more or less|-?class\b)/i],
];
const bracketed =
  /^\s?[(（]\s?(?:(最[大高][值量]?|上限[值]?|max(?:imum|\.)?)|最[小低][值量]?|下限[值]?|min(?:imum|\.)?)\s?[)）]/i;
const better =
  /^(?:\s?(?:或更好|或更优|及更优|或更佳|or (?:better|richer|purer)|and better)|(?:\s[A-Za-z][A-Za-z0-9·()/-]*){1,2}\sor better)/i;
const isBetterBefore = /(?:优于|(?:better|(?:no|not) (?:worse|poorer)) than|不(?:得|能)?(?:差|劣|逊)于)/i;
const reversedSign = /^\s?(≤|<=?|⩽|≦|≥|>=?|⩾|≧)\s?(?=[A-Za-z\p{Script=Han}])/u;
const farLimit = new RegExp(
  `(?:${not}(?:低于|少于|小于|高于|超过|超出|大于|多于)|至少|至多|起码|最多(?!的)|at least|at most|${never}(?:less|lower|fewer|more|greater|higher|below|above|over|under|exceed))(?!.*\\b(?:or|and)\\b)[^\\d.一二两三四五六七八九十百千万或和及]*$`,
  "iu",
);
// 80 % over 500 cycles: while they lasted, where a figure stands before and no word that leads on to a limit.
const lasting =
  /(?<!\/|-|\b(?:per|an?|each|every) |[A-Za-z])(?:cycles?|hours?|h|days?|weeks?|months?|years?|minutes?|min)$/i;
const leadsOn =
  /(?:\b(?:and|with|of|for|by|to|is|are|has|have|had|lasts?|lasting|at|than|runs?|ran|survives?|reach\w*|exceeds?)|life(?:time)?)\s*$/i;
// Not a single batch may exceed 300 ppm; 没有一批超过300ppm.
const deniedBefore =
  /\b(?:no|none|neither|not (?:a|one|any)(?: single)?) (?:of )?(?:[A-Za-z]+ ){1,4}$|(?:没有|无)(?:一|任何)[\p{Script=Han}]{1,6}$/iu;
// nearer 900 t than 1,200 t; 800 t, not 500 t; 比2000吨多: a number to hold another against.
const compared =
  /(?:\b(?:than(?: (?:[a-z]+ ){0,1}[a-z]+)?|not|instead of|unlike|versus|vs\.?)|而?不是|并非|(?<![之占对配相同液固料气水矿酸油径焦]|(?<!循)环)比|(?<![之占对配相同液固料气水矿酸油径焦]|(?<!循)环)比[^,，。;；\d]{1,10}(?:多|高|少|低|长|短|大|小|快|慢|提高|增加|减少|降低)[了出]?)\s*$/i;
const inclusive = /\((?:不?含(?:本数)?|inclusive|exclusive)\)\s*$/i;
const window = 34;

/**
 * The comparator of a number that stands at [start, end) of a normal text, looking at most 34 characters to the left
 * of it, never before `floor`, where the words of another number end, and at the words right after its unit. Strictly
 * more and less are read as at least and at most. [MT5]
 * @example readComparator("不低于99.5%", 3, 8).op // ">="
 */
export function readComparator(text: string, start: number, end: number, floor = 0): ReadComparator {
  const whole = text.slice(Math.max(0, Math.min(floor, start), start - window), start);
  const left = whole.replace(inclusive, "");
  const own = left.slice(left.search(/[^,，、;；。(（\n]*$/));
  const ending = /^\s?\((?:不?含(?:本数)?|inclusive)\)/i.exec(text.slice(end, end + 14))?.[0].length ?? 0;
  const rest = text.slice(end + ending, end + 40);
  for (const [op, pattern] of before) {
    const match = pattern.exec(own);
    if (!match || isPartOfWord(own, match.index)) continue;
    if (isOtherWord(match[0], text.slice(start, end))) continue;
    if (/^from\b/i.test(match[0]) && isSource.test(rest)) continue;
    const isSpan = /^over\b/i.test(match[0]) && lasting.test(text.slice(start, end));
    const lead = own.slice(0, match.index);
    if (
      /^over\b/i.test(match[0]) &&
      isAcross(text.slice(Math.max(0, start - 20), start), text.slice(start, end))
    )
      return { op: null, start, end };
    if (
      isSpan &&
      /\d[^,，。;；]*$/.test(text.slice(Math.max(0, start - window), start)) &&
      !leadsOn.test(lead)
    )
      return { op: null, start, end };
    // 控制在1500万左右
    const nearly = match[0].startsWith("控制在") ? /^ ?(?:左右|上下|前后)/.exec(rest) : null;
    if (nearly)
      return { op: "about", start: start - (own.length - match.index), end: end + nearly[0].length };
    const isBetter = isBetterBefore.test(match[0]);
    const span = {
      start: start - (own.length - match.index) - (whole.length - left.length),
      end: endOfEcho(op, rest, end),
    };
    const denied = deniedBefore.exec(lead)?.[0].length ?? 0;
    if (denied > 0)
      return { ...span, start: span.start - denied, op: op === ">=" ? "<=" : op === "<=" ? ">=" : op };
    return { ...span, op, ...flag(isBetter) };
  }
  const beyond = better.exec(rest);
  if (beyond) return { op: ">=", start, end: end + beyond[0].length, better: true };
  for (const [op, pattern] of after) {
    const match = pattern.exec(rest);
    if (match) return { op, start, end: end + ending + match[0].length };
  }
  const noted = bracketed.exec(rest);
  if (noted) return { op: noted[1] ? "<=" : ">=", start, end: end + noted[0].length };
  const reversed = reversedSign.exec(rest);
  if (reversed) {
    const op = /[≤<⩽≦]/.test(reversed[1] ?? "") ? ">=" : "<=";
    return { op, start, end: end + reversed[0].length, reversed: true };
  }
  return {
    op: null,
    start,
    end,
    ...(farLimit.test(own) || compared.test(own) ? { far: true as const } : {}),
  };
}

// From 180 mg/L brine: what it is made from.
const isSource =
  /^ (?!up|and|on|per|an?\b|each|every|in|for|to|with|ex\b|at|or|by|min|depending|FOB|CIF|DDP)[A-Za-z]/;

/** ±2 K over 12 m: a length right behind another figure is where that holds. */
function isAcross(lead: string, core: string): boolean {
  return /\d ?[%°CKA-Za-zµμ]{1,6} over $/.test(lead) && / ?(?:m|mm|cm|km|met(?:re|er)s?)$/.test(core);
}

/** Ca 60 ppm is calcium, cap 200 mAh/g a capacity, 近三年 are the last three years, and 不足部分按5% is what is lacking. */
function isOtherWord(words: string, core: string): boolean {
  return (
    /^(?:不[足到]|超[过出]|[高低多少]于)的?部分/.test(words) ||
    /^Ca(?!\.)/.test(words) ||
    (/^cap\b/i.test(words) && /Ah/.test(core)) ||
    (/^近$/.test(words) && /(?:年|月|天|日|周|季度)$/.test(core))
  );
}

function flag(isBetter: boolean): { better?: true } {
  return isBetter ? { better: true } : {};
}

/** 控制在 5% 以内: a word after the unit that says the same again belongs to the span. */
function endOfEcho(op: Comparator, rest: string, end: number): number {
  const echo = after.find(([other]) => other === op)?.[1].exec(rest);
  return echo && /^\s?[\p{Script=Han}]/u.test(echo[0]) ? end + echo[0].length : end;
}

function isPartOfWord(text: string, at: number): boolean {
  return /[A-Za-z]/.test(text.charAt(at)) && /[A-Za-z]/.test(text.charAt(at - 1));
}

const refusedThings =
  /不(?:能|会|可|再|予)?(?:接受|接收|收购|验收|采购|考虑|采用)|拒(?:收|绝)(?!率)|退(?:货|回|换)(?!率)|谢绝|作废|(?:为|视为|判为|属于?)不合格|判废|无效|免谈|剔除|排除在外|不予|\b(?:is|are|be|will be) (?:excluded|discarded|scrapped|disqualified)\b|\b(?:not|cannot|never)(?: be)? (?:accept|tak|buy|consider)\w*|n['’]t (?:accept|take|buy|consider)|\bnot (?:acceptable|suitable|intended|recommended|allowed|permitted|usable|to be used)\b|不适(?:用|合|宜)|不宜|不可用于|\bunacceptable\b|\b(?:be|are|is) (?:rejected|refused|returned)\b/i;
const refusedLots =
  /\b(?:reject|refuse|return)s? (?:any|all|every|lots?|batch\w*|material|goods|products?|deliver\w*|shipments?)/i;
const clauseEnd = /[,，;；。?？!！\n]|\. /;

/**
 * What a refusal says of the quantities of its clause: goods below 99 % that are not taken ask for at least 99 %, goods
 * above 500 ppm that are sent back for at most 500 ppm. A refused figure without a limit is asked about. [MT40]
 * @example hearRefusal("不接受纯度低于99%的产品", quantity).op // ">="
 */
export function hearRefusal(text: string, quantity: Quantity): Quantity {
  const behind = text.slice(quantity.end, quantity.end + 14).split(clauseEnd)[0] ?? "";
  if (waved.test(behind)) return { ...quantity, doubt: quantity.doubt ?? "bound" };
  if (!isRefused(text, quantity)) return quantity;
  const isLimit = quantity.explicit && (quantity.op === ">=" || quantity.op === "<=");
  if (isLimit) return { ...quantity, op: quantity.op === ">=" ? "<=" : ">=" };
  return quantity.unit === null ? quantity : { ...quantity, doubt: quantity.doubt ?? "bound" };
}

// Offers that are waved away: the figure says what is not looked for, not its limit.
const waved = /(?:先|就|也|都)?(?:别报|别推|别发|勿扰|不看|不认|免谈|都不要|也不要)/;

/** Whether the clause of a quantity says that such goods are not taken. */
export function isRefused(text: string, quantity: Quantity): boolean {
  const before =
    text
      .slice(Math.max(0, quantity.start - 60), quantity.start)
      .split(clauseEnd)
      .at(-1) ?? "";
  const after = text.slice(quantity.end, quantity.end + 60).split(clauseEnd)[0] ?? "";
  const clause = `${before} ${after}`;
  return refusedThings.test(clause) || refusedLots.test(clause);
}

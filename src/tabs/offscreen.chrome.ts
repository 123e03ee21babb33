import { classifierInWorker } from "../ml/in-worker";
import { asClassify } from "../platform/local-classifier";
import { receive } from "../platform/receive";

const classify = asClassify(classifierInWorker());

receive("classifier", {
  classify: ({ posts }) =>
    classify(posts.map(({ text, lang }) => (lang === undefined ? { text } : { text, lang }))),
});

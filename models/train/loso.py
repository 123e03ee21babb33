"""The development figures: every row scored by a model that never saw its source (frontier posts: their part)."""
import numpy as np
from metrics import auc, tpr_at

MODERN = ["synthpai", "worker_vs_gpt", "mistral_edu_tweets", "hybrid_sarcasm_gpt41mini", "moltbook", "authormimic",
          "grid_reddit", "zhu_oracle_tweets", "l2r_rewrites", "cross_inspiration_reddit", "aita_lm_investigation",
          "f3_disinfo_tweets", "maide_up_reviews", "frontier_2026"]


def table(frame, score):
    """[(name, n human, n machine, AUC, tpr at 1 %)] of long-enough rows; humans: unseen ones of the same language and fold."""
    ok = frame.long_enough.to_numpy() & ~np.isnan(score)
    lab, src, lang, fold = (frame[c].to_numpy() for c in ("label", "source", "lang", "fold"))
    social = frame.domain.isin(["tweet", "reply", "reddit", "forum", "review"]).to_numpy()
    out = []
    eng = lang == "en"
    for s in MODERN:
        m = ok & (lab == 1) & (src == s) & eng & ~frame.old.to_numpy()
        if m.sum() < 50:
            continue
        h = ok & (lab == 0) & eng & social
        # models of different folds have different zeros: compare within a fold only
        pairs = [(score[h & (fold == k)], score[m & (fold == k)]) for k in np.unique(fold[m])]
        out.append((s, int(sum(len(a) for a, _ in pairs)), int(m.sum()), float(np.nanmean([auc(*p) for p in pairs])),
                    float(np.nanmean([tpr_at(*p) for p in pairs]))))
        own = ok & (lab == 0) & (src == s) & eng
        if own.sum() > 500:
            out.append((s + " (own humans)", int(own.sum()), int(m.sum()), auc(score[own], score[m]), tpr_at(score[own], score[m])))
    for name, pick in (("maide other", (src == "maide_up_reviews") & ~eng), ("zhu other", (src == "zhu_oracle_tweets") & ~eng),
                       ("worker da", (src == "worker_vs_gpt") & (lang == "da")), ("frontier other", (src == "frontier_2026") & ~eng)):
        a, b, n, k = [], [], 0, 0
        for l in np.unique(lang[pick]):
            m = ok & pick & (lab == 1) & (lang == l)
            h = ok & (lab == 0) & (lang == l)
            if name == "maide other":
                h &= src == "maide_up_reviews"
            if m.sum() >= 20 and h.sum() >= 200:
                a.append(auc(score[h], score[m])); b.append(tpr_at(score[h], score[m])); n += h.sum(); k += m.sum()
        out.append((name + f" ({len(a)} languages)", int(n), int(k), float(np.mean(a)), float(np.mean(b))))
    m = ok & (src == "frontier_2026") & ~eng
    h = ok & (lab == 0) & eng & social
    pairs = [(score[h & (fold == k)], score[m & (fold == k)]) for k in range(5)]
    out.append(("frontier other (English humans)", int(h.sum()), int(m.sum()), float(np.nanmean([auc(*p) for p in pairs])),
                float(np.nanmean([tpr_at(*p) for p in pairs]))))
    return out


def show(frame, score, title=""):
    t = table(frame, score)
    print(f"== {title}")
    for n, h, m, a, b in t:
        print(f"  {n:42s} {h:6d} {m:6d}  {a:.3f}  {100 * b:5.1f}")
    en = [r for r in t if r[0] in MODERN]
    print(f"  MEAN {len(en)} English sources: AUC {np.mean([r[3] for r in en]):.4f}  TPR {100 * np.mean([r[4] for r in en]):.2f}")
    return t

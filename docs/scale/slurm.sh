#!/bin/sh
#SBATCH --job-name=gouji
#SBATCH --array=1-4
#SBATCH --cpus-per-task=1
#SBATCH --output=gouji-%A_%a.log
# Slurm 数组作业：每个任务做一份。用法：sbatch --array=1-份数 slurm.sh <文件夹> <结果文件夹>
set -eu
folder=$1 results=$2
gouji=${GOUJI:-npx gouji}
part=$results/$(printf %06d "$SLURM_ARRAY_TASK_ID").jsonl
code=0
$gouji check "$folder" --format jsonl --jobs "${SLURM_CPUS_PER_TASK:-1}" \
  --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" > "$part.part" || code=$?
# 退出码 1 是“有差错”，2 是“有文件用不了”：都是做完了。
[ "$code" -le 2 ]
mv "$part.part" "$part"

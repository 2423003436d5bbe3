#!/usr/bin/perl
# Checks the rules of the layers that the compiler does not know (CONTRIBUTING.md, "Layers"). Prints every breach as
# file:line: rule: what, and exits 1 when there is one. Usage: .ci/layers.sh [FOLDER], a folder that holds Sources.
use strict;
use warnings;

my $root = shift @ARGV;
if (!defined $root) { ($root = $0) =~ s{[^/]*$}{..}; }
chdir $root or die "layers: no folder $root\n";

# The stages in the order of the data's flow: a stage names only what stands before it. Engine is a module of its own, so the compiler
# holds that it names none; who may name it is said here.
my @stages = qw(Scenario Loading Validation Demand Plan Engine Optimise Check WhatIf Explain Export);
my %rank = map { $stages[$_] => $_ } 0 .. $#stages;
my $library = 'Sources/RotaPlanner';
my $breaches = 0;

sub breach {
  my ($file, $line, $rule, $what) = @_;
  print "$file:$line: $rule: $what\n";
  $breaches++;
}

sub swift_files {
  my ($folder) = @_;
  my @found;
  opendir(my $handle, $folder) or return;
  for my $name (sort readdir $handle) {
    next if $name =~ /^\./;
    my $path = "$folder/$name";
    if (-d $path) { push @found, swift_files($path); }
    elsif ($name =~ /\.swift$/) { push @found, $path; }
  }
  return @found;
}

# The file's lines without comments and without the text of string literals.
sub code_lines {
  my ($file) = @_;
  open(my $handle, '<', $file) or die "layers: cannot read $file\n";
  local $/;
  my $text = <$handle>;
  my $blank = sub { (my $kept = shift) =~ s/[^\n]//g; return $kept };
  $text =~ s{
      (\#*""".*?"""\#*)          # a text of several lines
    | (\#"[^\n]*?"\#)            # a raw text
    | ("(?:\\\((?:[^()\n]|\([^()\n]*\))*\)|\\.|[^"\\\n])*")
    | (//[^\n]*)
    | (/\*.*?\*/)
  }{
    defined $3 ? '"' . interpolations($3) . '"' : $blank->($&)
  }gsex;
  return split /\n/, $text, -1;
}

# What stands in \(...) of a text is code and stays.
sub interpolations {
  my ($literal) = @_;
  return join ' ', $literal =~ /\\\(((?:[^()\n]|\([^()\n]*\))*)\)/g;
}

my @all = (swift_files('Sources'), swift_files('Tests'));
my %lines = map { $_ => [code_lines($_)] } @all;

sub stage_of {
  my ($file) = @_;
  return $file =~ m{^\Q$library\E/([^/]+)/} ? $1 : undef;
}

# Calls $found->(line number, text) for each line of $file that matches $pattern.
sub each_match {
  my ($file, $pattern, $found) = @_;
  my $number = 0;
  for my $line (@{$lines{$file}}) {
    $number++;
    $found->($number, $1 // $&) if $line =~ $pattern;
  }
}

for my $file (@all) {
  # (a) one place calls GLPK; its tests provoke faults that no other call can.
  if ($file !~ m{^(?:\Q$library\E|Tests/RotaPlannerTests)/Engine/}) {
    each_match($file, qr/\bimport\s+(?:\w+\s+)?(CGLPK)\b/,
      sub { breach($file, $_[0], 'glpk', 'only Engine imports CGLPK') });
  }

  # (b) Loading alone reads files, and one file of Export writes them.
  if ($file =~ m{^\Q$library\E/} && $file !~ m{^\Q$library\E/(?:Loading/|Export/AtomicFiles(?:\+\w+)?\.swift$)}) {
    each_match($file,
      qr/(\bFileManager\b|\bFileHandle\b|\b[A-Z]\w*\(\s*contentsOf\w*:|\.init\(\s*contentsOf|\bInputStream\b|\bfopen\b|\bBundle\.module\b|\.write\(to(?:File)?:)/,
      sub { breach($file, $_[0], 'files', "$_[1]: files are read in Loading and written in Export/AtomicFiles.swift") });
  }

  # (c) only the command line prints.
  if ($file =~ m{^Sources/} && $file !~ m{^Sources/RotaCLI/}) {
    each_match($file,
      qr/((?<![\w.])(?:print|debugPrint|dump|puts|fputs|printf|fprintf|vprintf|putchar|NSLog)(?=\s*\()|\bSwift\.(?:print|debugPrint|dump)\b|\bstandard(?:Output|Error)\b|\b(?:stdout|stderr)\b)/,
      sub { breach($file, $_[0], 'printing', "$_[1]: only RotaCLI prints") });
  }

  # (e) people served are outdoor workers in worker groups, people rostered are staff members.
  my $number = 0;
  for my $line (@{$lines{$file}}) {
    $number++;
    for my $name ($line =~ /\b([A-Za-z_]\w*)\b/g) {
      breach($file, $number, 'words', "$name: say staff member or worker group") if bare_worker($name);
    }
  }
  (my $base = $file) =~ s{.*/|\.swift$}{}g;
  breach($file, 1, 'words', "$base: say staff member or worker group") if bare_worker($base);
}

sub bare_worker {
  my @words = map { lc } $_[0] =~ /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g;
  for my $i (0 .. $#words) {
    next unless $words[$i] =~ /^workers?$/;
    next if $i < $#words && $words[$i + 1] =~ /^groups?$/;
    next if $i > 0 && $words[$i - 1] =~ /^(?:outdoor|social|night)$/;
    return 1;
  }
  return 0;
}

# (d) a stage names no type of a later stage. Only types declared at the left margin count as the stage's own; a name that an
# earlier or the same stage declares too, at any depth, is taken for that one.
my $kinds = qr/(?:struct|class|enum|protocol|actor|typealias|associatedtype)/;
my (%declared, %known);
for my $file (grep { m{^\Q$library\E/} } @all) {
  my $stage = stage_of($file);
  if (!defined $stage) {
    breach($file, 1, 'stages', 'stands in no stage; only Planner.swift stands above the stages')
      unless $file =~ m{/Planner(?:\+\w+)?\.swift$};
    next;
  }
  if (!exists $rank{$stage}) {
    breach($file, 1, 'stages', "$stage is no stage; give it its place in .ci/layers.pl");
    next;
  }
  for my $line (@{$lines{$file}}) {
    $known{$stage}{$1} = 1 while $line =~ /\b$kinds\s+([A-Z]\w*)/g;
    $declared{$2}{$stage} = 1 if $line =~ /^((?:[@\w()]+\s+)*?)$kinds\s+([A-Z]\w*)/ && $1 !~ /private/;
    # A generic parameter is a name of its own.
    $known{"$stage file $file"}{$1} = 1 while $line =~ /[<,]\s*([A-Z]\w*)\s*(?=[:>,])(?=[^<>]*>\s*[\(:{])/g;
  }
}
for my $file (grep { m{^\Q$library\E/} } @all) {
  my $stage = stage_of($file);
  next unless defined $stage && exists $rank{$stage};
  my $number = 0;
  for my $line (@{$lines{$file}}) {
    $number++;
    my %seen;
    while ($line =~ /(?<![\w])((?:RotaPlanner\.|RotaEngine\.)|\.)?([A-Z]\w*)/g) {
      my ($dot, $name) = ($1 // '', $2);
      next if $dot eq '.' || $seen{$name}++ || !$declared{$name};
      next if grep { $known{$_}{$name} && $rank{$_} <= $rank{$stage} && !forbidden($stage, $_) } keys %rank;
      next if $known{"$stage file $file"}{$name};
      my ($owner) = sort { $rank{$a} <=> $rank{$b} } keys %{$declared{$name}};
      breach($file, $number, 'stages', "$stage names $name of $owner") if forbidden($stage, $owner);
    }
  }
}

sub forbidden {
  my ($stage, $owner) = @_;
  return 1 if $stage eq 'Check' && $owner =~ /^(?:Engine|Optimise)$/;
  return $rank{$owner} > $rank{$stage};
}

# (f) the folders of these stages lead into each other in one direction only.
my @divided = qw(Scenario Validation Engine Optimise Export);
for my $stage (@divided) {
  my @files = grep { m{^\Q$library\E/$stage/} } @all;
  my (%home, %own, %edges);
  for my $file (@files) {
    (my $folder = $file) =~ s{/[^/]*$}{};
    for my $line (@{$lines{$file}}) {
      $own{$folder}{$1} = 1 while $line =~ /\b$kinds\s+([A-Z]\w*)/g;
      $home{$2} = $folder if $line =~ /^((?:[@\w()]+\s+)*?)$kinds\s+([A-Z]\w*)/ && $1 !~ /private/;
    }
  }
  for my $file (@files) {
    (my $folder = $file) =~ s{/[^/]*$}{};
    my $number = 0;
    for my $line (@{$lines{$file}}) {
      $number++;
      while ($line =~ /(?<![\w.])([A-Z]\w*)/g) {
        my $name = $1;
        next if !$home{$name} || $own{$folder}{$name};
        $edges{$folder}{$home{$name}} //= [$file, $number, $name];
      }
    }
  }
  my %reached;
  for my $from (keys %edges) {
    my @next = ($from);
    while (defined(my $at = shift @next)) {
      push @next, grep { !$reached{$from}{$_}++ } keys %{$edges{$at} // {}};
    }
  }
  for my $from (sort keys %edges) {
    for my $to (sort keys %{$edges{$from}}) {
      next unless $reached{$to}{$from};
      my ($file, $line, $name) = @{$edges{$from}{$to}};
      my ($a, $b) = map { s{^\Q$library\E/}{}r } $from, $to;
      breach($file, $line, 'cycles', "$a names $name of $b, which leads back to $a");
    }
  }
}

print "layers: ", ($breaches ? "$breaches breaches" : scalar(@all) . " files, no breach"), "\n";
exit($breaches ? 1 : 0);

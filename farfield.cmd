@echo off
rem Farfield's launcher for Windows: builds on first use (and after a change), then runs a command.
rem   farfield            the workstation           farfield demo   a whole remote scan on this machine
rem   farfield open PATH  DICOM files and folders   farfield test   the whole gate (mvn verify)
rem Environment: JAVA25_HOME (a JDK 25), FARFIELD_HOME (state), FARFIELD_JAVA_OPTS (extra JVM options).
setlocal EnableExtensions EnableDelayedExpansion
set "root=%~dp0"
set "root=%root:~0,-1%"
set "jdk="
call :try "%JAVA25_HOME%"
call :try "%JAVA_HOME%"
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Zulu\zulu-25*" "%ProgramFiles%\Microsoft\jdk-25*" "%USERPROFILE%\.jdks\*") do call :try "%%~d"
if not defined jdk (
    echo farfield: no JDK 25 found. Install one, for example Eclipse Temurin 25, and set JAVA25_HOME to it. 1>&2
    exit /b 1
)
set "JAVA25_HOME=%jdk%"
if "%~1"=="test" (
    cd /d "%root%"
    call mvn -B verify
    exit /b !errorlevel!
)
if "%~1"=="format" (
    cd /d "%root%"
    call mvn -B -q verify -pl build-config -Dformat.mode=apply
    exit /b !errorlevel!
)
set "classpath_file=%root%\launcher\target\classpath.txt"
set "build="
if not exist "%classpath_file%" set "build=1"
if not defined build (
    for /f %%n in ('powershell -NoProfile -Command "$t=(Get-Item '%classpath_file%').LastWriteTime; @(Get-ChildItem -Recurse -File '%root%' | Where-Object {$_.LastWriteTime -gt $t -and $_.FullName -notmatch '\\(target|\.git)\\' -and ($_.FullName -match '\\src\\main\\' -or $_.Name -eq 'pom.xml')}).Count"') do if not "%%n"=="0" set "build=1"
)
if defined build (
    where mvn >nul 2>nul || (
        echo farfield: Apache Maven is missing. Install it, for example with: winget install Apache.Maven 1>&2
        exit /b 1
    )
    echo farfield: building ^(first use or changed sources^) 1>&2
    pushd "%root%"
    call mvn -B -q -Dquick process-classes -pl "!build-config" 1>&2
    if errorlevel 1 (
        popd
        echo farfield: the build failed; the reason is above 1>&2
        exit /b 1
    )
    popd
)
rem The class path is longer than a command line may be: it travels in an argument file.
set "args_file=%root%\launcher\target\java.args"
powershell -NoProfile -Command "$c=(Get-Content -Raw '%classpath_file%').Trim(); $p=('%root%\launcher\target\classes;'+$c).Replace('\','\\'); [IO.File]::WriteAllText('%args_file%','-cp \"'+$p+'\"')"
"%jdk%\bin\java" -XX:CompileCommand=quiet -XX:CompileCommand=dontinline,org.farfield.rendering.engine.Passes::* -XX:CompileCommand=dontinline,org.farfield.rendering.engine.LinearSampler::fetch -XX:CompileCommand=dontinline,org.farfield.rendering.engine.CubicSampler::fetch -XX:+UseG1GC -XX:+ExplicitGCInvokesConcurrent -Xss2m --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dio.netty.machineId=02:00:00:00:00:01 -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 %FARFIELD_JAVA_OPTS% "@%args_file%" org.farfield.launcher.Main %*
exit /b %errorlevel%

:try
if defined jdk exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
findstr /r /c:"^JAVA_VERSION=.25[.\"]" "%~1\release" >nul 2>nul && set "jdk=%~1"
exit /b 0

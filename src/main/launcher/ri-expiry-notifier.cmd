@echo off
rem Starts the command line on a Java 25 or newer, with the options that measured best for short runs. It uses no
rem start-up cache; the script beside it does, on other systems.
setlocal

set "minimum=25"
set "options=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:UserThreadWaitAttemptsAtExit=0"
set "jar=%~dp0ri-expiry-notifier.jar"
if not exist "%jar%" (
  echo There is no ri-expiry-notifier.jar beside %~f0. Build it: mvn package>&2
  exit /b 1
)

set "home="
if defined JAVA_HOME call :accept "%JAVA_HOME%"
for /f "delims=" %%j in ('where java 2^>nul') do if not defined home call :accept "%%~dpj.."
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\jdk*" "%ProgramFiles%\Java\jdk*" "%ProgramFiles%\Amazon Corretto\jdk*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\zulu*") do if not defined home call :accept "%%~d"
if not defined home (
  echo Java %minimum% or newer is needed. Install one, or set JAVA_HOME to it.>&2
  exit /b 1
)

"%home%\bin\java.exe" %options% -Xlog:disable -jar "%jar%" %*
exit /b %errorlevel%

rem Takes a Java's home if it is new enough, by its release file: to ask it would take a start of its own.
:accept
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
for /f "tokens=2 delims==" %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do for /f "tokens=1 delims=.-+" %%m in ("%%~v") do if %%m geq %minimum% set "home=%~1"
exit /b
